package org.dualtraining.catalog.competencymodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.FormRow;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.FoundHeading;
import org.dualtraining.catalog.framework.Delivery;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/** Reads the empty training-plan form: cells apart by a tab, a bar or at least two blanks, one competency in each row. */
final class FormTable {

    /** A name of three hundred characters in the narrowest column that a page still has. */
    private static final int MOST_LINES_OF_A_NAME = 8;

    private static final Pattern BETWEEN_CELLS = Pattern.compile("[\\s\\p{Z}]*[\\t|][\\s\\p{Z}]*|[\\s\\p{Z}]{2,}");

    /** A tab or two bars at the start. */
    private static final Pattern EMPTY_FIRST_CELL = Pattern.compile("^[ \\p{Z}]*+(?:\\t|\\|[ \\p{Z}]*+\\|).*");

    private static final Pattern RELATED_INSTRUCTION =
            Pattern.compile("(?:related(?: technical)? instruction|industry[- ]sector(?: technical)?)(?: training)?"
                    + "(?: competenc(?:ies|y))? ?:?");

    private static final Pattern ON_THE_JOB = Pattern.compile(
            "(?:on[- ]the[- ]job(?: training| learning)?|ojt|ojl|occupation[- ]specific|employer(?: requirements?)?)"
                    + "(?: competenc(?:ies|y))? ?:?");

    private static final List<Pattern> COLUMN_HEADINGS = List.of(
            Pattern.compile("\\bcourse"),
            Pattern.compile("\\bdescription"),
            Pattern.compile("\\bresponsible provider"),
            Pattern.compile("\\banticipated completion"));

    /** What the headings of the columns consist of, which a narrow column cuts over several lines. */
    private static final Set<String> HEADING_WORDS = Set.of(
            "list",
            "course",
            "courses",
            "training",
            "name",
            "and",
            "title",
            "description",
            "of",
            "or",
            "program",
            "programs",
            "responsible",
            "provider",
            "providers",
            "company",
            "college",
            "trainer",
            "other",
            "anticipated",
            "completion",
            "date",
            "dates",
            "competency",
            "competencies");

    private final Set<String> names;
    private final Collection<Finding> findings;
    private final List<FormRow> rows = new ArrayList<>();
    private final List<FoundHeading> headings = new ArrayList<>();
    private @Nullable Delivery delivery;

    private FormTable(Set<String> names, Collection<Finding> findings) {
        this.names = names;
        this.findings = findings;
    }

    /** @param names of the competencies, folded: they show which lines are one row */
    static FormTable read(List<Line> lines, Set<String> names, Collection<Finding> findings) {
        FormTable table = new FormTable(names, findings);
        for (int at = 0; at < lines.size(); ) {
            at += table.readRow(lines, at);
        }
        return table;
    }

    List<FormRow> rows() {
        return List.copyOf(rows);
    }

    List<FoundHeading> headings() {
        return headings;
    }

    private int readRow(List<Line> lines, int at) {
        Line line = lines.get(at);
        List<String> cells = cells(line);
        if (cells.isEmpty()) {
            return 1;
        }
        String first = Names.folded(cells.get(0));
        int joined = joinedRow(lines, at, cells);
        if (joined > 0) {
            return joined;
        }
        if (names.contains(first)) {
            addRow(line, cells.get(0), cells.subList(1, cells.size()));
        } else if (isColumnHeading(line, cells)) {
            headings.add(new FoundHeading(line.number(), String.join(" | ", cells), "FORM_COLUMNS"));
        } else if (RELATED_INSTRUCTION.matcher(first).matches()) {
            open(line, cells.get(0), Delivery.RELATED_INSTRUCTION);
        } else if (ON_THE_JOB.matcher(first).matches()) {
            open(line, cells.get(0), Delivery.ON_THE_JOB);
        } else if (EMPTY_FIRST_CELL.matcher(line.verbatim()).matches() && !rows.isEmpty() && !names.isEmpty()) {
            reportFilled(line, cells);
        } else {
            return addRowCutInWord(lines, at, cells);
        }
        return 1;
    }

    /** A row that ends in a slash or hyphen goes on in the next line, whether the list has its name or not. */
    private int addRowCutInWord(List<Line> lines, int at, List<String> cells) {
        List<String> more =
                at + 1 < lines.size() && Line.isCutInWord(cells.get(0)) ? cells(lines.get(at + 1)) : List.of();
        List<String> filled = new ArrayList<>(cells.subList(1, cells.size()));
        if (more.isEmpty() || names.contains(Names.folded(more.get(0)))) {
            addRow(lines.get(at), cells.get(0), filled);
            return 1;
        }
        filled.addAll(more.subList(1, more.size()));
        addRow(lines.get(at), cells.get(0) + more.get(0), filled);
        return 2;
    }

    private void open(Line line, String text, Delivery opened) {
        delivery = opened;
        headings.add(new FoundHeading(line.number(), text, "FORM_" + opened.name()));
    }

    /** A name that a narrow column cuts over several lines; how many lines it has, 0 when it is on one. */
    private int joinedRow(List<Line> lines, int at, List<String> cells) {
        StringBuilder joined = new StringBuilder(cells.get(0));
        List<String> filled = new ArrayList<>(cells.subList(1, cells.size()));
        boolean isName = names.contains(Names.folded(cells.get(0)));
        for (int next = at + 1; next < Math.min(at + MOST_LINES_OF_A_NAME, lines.size()); next++) {
            List<String> more = cells(lines.get(next));
            // two rows of their own
            if (more.isEmpty() || (isName && names.contains(Names.folded(more.get(0))))) {
                break;
            }
            joined.append(Line.isCutInWord(joined) ? "" : " ").append(more.get(0));
            filled.addAll(more.subList(1, more.size()));
            if (names.contains(Names.folded(joined.toString()))) {
                addRow(lines.get(at), joined.toString(), filled);
                return next - at + 1;
            }
        }
        return 0;
    }

    private void addRow(Line line, String name, List<String> filled) {
        rows.add(new FormRow(line.number(), delivery, name));
        reportFilled(line, filled);
    }

    private static List<String> cells(Line line) {
        return Stream.of(BETWEEN_CELLS.split(line.entryText()))
                .map(Names::trimmed)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** The headings of the columns, on one line or cut over several by an aligned rendition. */
    private boolean isColumnHeading(Line line, List<String> cells) {
        String folded = line.folded();
        long found = COLUMN_HEADINGS.stream()
                .filter(heading -> heading.matcher(folded).find())
                .count();
        boolean mayBePart = found == 1
                || delivery == null
                || EMPTY_FIRST_CELL.matcher(line.verbatim()).matches();
        List<String> words =
                cells.stream().flatMap(cell -> Names.words(cell).stream()).toList();
        long known = words.stream().filter(HEADING_WORDS::contains).count();
        // a narrow column cuts words too
        return found >= 2 || (mayBePart && known == words.size()) || (delivery == null && known * 2 > words.size());
    }

    private void reportFilled(Line line, List<String> filled) {
        if (!filled.isEmpty()) {
            findings.add(Finding.at(
                    line.number(),
                    FindingKind.FORM_CELL_FILLED,
                    String.join(" | ", filled),
                    "the form is read as an empty template; what stands in its cells is not kept"));
        }
    }
}
