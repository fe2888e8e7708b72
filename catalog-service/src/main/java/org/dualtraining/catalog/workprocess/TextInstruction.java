package org.dualtraining.catalog.workprocess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.rendition.Format;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Course;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Heading;
import org.jspecify.annotations.Nullable;

/** The rows below "RELATED INSTRUCTION OUTLINE": courses with hours in groups, totals, and lists of a degree's credits. */
final class TextInstruction {

    private static final Pattern COLUMN =
            Pattern.compile("(?:course|related|subject|class|topic|title|hours|approx|credits?"
                    + "|provider|description|number|code|contact|instruction|min|max|date|initials).*");

    private static final Pattern DEGREE =
            Pattern.compile(".*\\b(?:bachelor|associate (?:of|in|degree)|degree|diploma|credits?|master of)\\b.*");

    private static final Pattern GRAND_TOTAL =
            Pattern.compile("(?:grand )?total.*(?:related|instruction|all|overall).*|grand total.*");
    private static final Pattern CODE =
            Pattern.compile("(\\p{Lu}{2,5}[ -]?\\d{2,4}\\p{Lu}?)\\s*[-\\u2013:]\\s+(\\S.*)", Pattern.DOTALL);
    private static final Pattern CODE_ALONE = Pattern.compile("\\p{Lu}{2,5}[ -]?\\d{2,4}\\p{Lu}?");

    private static final int LONGEST_GROUP = 150;

    private final Format format;
    private final List<Finding> findings;
    private final List<Heading> headings;
    private final List<Course> courses = new ArrayList<>();
    private @Nullable String group;
    private int groupLine;
    private boolean isBehindTotal;
    private boolean isDegree;
    private int firstOfGroup;

    TextInstruction(Format format, List<Finding> findings, List<Heading> headings) {
        this.format = format;
        this.findings = findings;
        this.headings = headings;
    }

    List<Course> courses() {
        return List.copyOf(courses);
    }

    void read(TextRow row, @Nullable TextRow next) {
        if (isColumns(row)) {
            headings.add(new Heading(row.line(), row.quoted(), "COLUMNS"));
        } else if (row.folded().matches("(?:grand )?(?:sub)?total.*")) {
            readTotal(row);
        } else {
            Optional<TextRow.WithHours> hours = row.withHours();
            if (hours.isPresent() && !Periods.isPeriod(row.quoted())) {
                addCourse(row, hours.get());
            } else {
                readText(row, next);
            }
        }
    }

    private static boolean isColumns(TextRow row) {
        List<String> others = row.others();
        return !others.isEmpty()
                && COLUMN.matcher(Names.folded(row.text())).matches()
                && others.stream().map(Names::folded).allMatch(cell -> COLUMN.matcher(cell)
                        .matches());
    }

    private void readText(TextRow row, @Nullable TextRow next) {
        String text = row.quoted();
        boolean isContinued = format == Format.PDF
                && !row.isItem()
                && !row.followsBlank()
                && !courses.isEmpty()
                && courses.get(courses.size() - 1).line() > groupLine;
        boolean isGroup = Periods.isPeriod(text) || DEGREE.matcher(row.folded()).matches();
        if (row.isItem()) {
            add(row, row.text(), null);
        } else if (isGroup || (!isContinued && text.length() <= LONGEST_GROUP && leadsCourse(next))) {
            openGroup(row, text);
        } else if (isContinued) {
            Course last = courses.remove(courses.size() - 1);
            courses.add(new Course(
                    last.line(),
                    last.group(),
                    last.name() + " " + text,
                    last.description(),
                    last.code(),
                    last.organization(),
                    last.hours(),
                    last.countsCredits()));
        } else {
            findings.add(Finding.at(
                    row.line(),
                    FindingKind.UNREAD_LINE,
                    text,
                    "stands in the outline of related instruction and has no hours, so it is not read as a course"));
        }
    }

    private static boolean leadsCourse(@Nullable TextRow next) {
        return next != null && (next.withHours().isPresent() || Periods.isPeriod(next.quoted()) || isColumns(next));
    }

    private void openGroup(TextRow row, String text) {
        group = text;
        groupLine = row.line();
        isDegree = isBehindTotal || DEGREE.matcher(row.folded()).matches();
        firstOfGroup = courses.size();
        headings.add(new Heading(row.line(), text, "COURSE_GROUP"));
        if (isDegree) {
            findings.add(Finding.at(
                    row.line(),
                    FindingKind.CREDITS_NOT_HOURS,
                    text,
                    "the list stands behind the outline or belongs to a degree: its figures are read as credits and are"
                            + " not added to the hours"));
        }
    }

    private void addCourse(TextRow row, TextRow.WithHours hours) {
        List<String> cells =
                row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
        boolean isCodeFirst =
                cells.size() > 2 && CODE_ALONE.matcher(cells.get(0)).matches();
        BigDecimal maximum = hours.hours().maximum();
        if (isCodeFirst) {
            courses.add(new Course(row.line(), group, cells.get(1), null, cells.get(0), null, maximum, isDegree));
        } else {
            add(row, hours.text(), maximum);
        }
    }

    private void add(TextRow row, String text, @Nullable BigDecimal figure) {
        Matcher code = CODE.matcher(text);
        List<String> others = row.others();
        String more = String.join(" ", others.subList(0, Math.max(0, others.size() - 1)));
        courses.add(new Course(
                row.line(),
                group,
                code.matches() ? code.group(2) : text,
                more.isEmpty() ? null : more,
                code.matches() ? code.group(1) : null,
                null,
                figure,
                isDegree));
    }

    private void readTotal(TextRow row) {
        Optional<BigDecimal> said = Figures.last(String.join(" ", row.cells()));
        boolean isGrand = GRAND_TOTAL.matcher(row.folded()).matches();
        List<Course> summed = isGrand
                ? courses.stream().filter(course -> !course.countsCredits()).toList()
                : courses.subList(firstOfGroup, courses.size());
        BigDecimal sum = summed.stream()
                .map(Course::hours)
                .map(hours -> hours == null ? BigDecimal.ZERO : hours)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (said.isEmpty()) {
            findings.add(Finding.at(row.line(), FindingKind.FIGURE_NOT_READ, row.quoted(), "the total has no figure"));
        } else if (said.get().compareTo(sum) != 0) {
            findings.add(Finding.at(
                    row.line(),
                    FindingKind.HOURS_DIFFER,
                    row.quoted(),
                    "the total is not the sum of the rows that it is about",
                    sum.toPlainString()));
        }
        isBehindTotal = isBehindTotal || isGrand;
        firstOfGroup = courses.size();
    }
}
