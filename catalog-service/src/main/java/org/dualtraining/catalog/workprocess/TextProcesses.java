package org.dualtraining.catalog.workprocess;

import static org.dualtraining.catalog.framework.VersionCompetency.LONGEST_NAME;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.rendition.Format;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Heading;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Hours;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Skill;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.WorkProcess;
import org.jspecify.annotations.Nullable;

/**
 * The rows below "WORK PROCESS SCHEDULE" or "ON-THE-JOB LEARNING OUTLINE": a row with hours or with the outline's outer
 * sign opens a work process, a year opens a period, and what is below it are its skills.
 */
final class TextProcesses {

    private static final Pattern NAMED_OPENING = Pattern.compile(
            "(?:job function|work process|duty|unit)\\s*#?\\s*(?:\\d{1,2}|[A-Z])\\s*[:.)\\u2013-]\\s*(\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern SIGN =
            Pattern.compile("(?:([IVX]{2,5})|([A-Z])|([a-z])|(\\d{1,2}))[.)]\\s+(\\S.*)", Pattern.DOTALL);

    private static final Pattern COMPETENCY =
            Pattern.compile("(?:competency|task|skill)\\s*[A-Z0-9]{1,2}\\s*:\\s*(\\S.*)", Pattern.CASE_INSENSITIVE);

    /** Says how it is taught, in front of every row. */
    private static final Pattern TAUGHT = Pattern.compile(
            "on[- ]the[- ]job (?:training|learning)\\s*[-\\u2013\\u2014:]\\s*(?=\\S)", Pattern.CASE_INSENSITIVE);

    /** Behind a name. */
    private static final Pattern CORE_MARK = Pattern.compile(
            "(\\S.*?)\\s*[(\\[]\\s*(core|optional)\\s*[)\\]]", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int LONGEST_TITLE = 120;

    private final Format format;
    private final List<Finding> findings;
    private final List<Heading> headings;
    private final TextScale scale;
    private final List<Opened> opened = new ArrayList<>();
    private TextColumns columns = TextColumns.NONE;
    private int outerSign;
    private boolean areLabelled;

    TextProcesses(Format format, List<Finding> findings, List<Heading> headings, Map<String, String> details) {
        this.format = format;
        this.findings = findings;
        this.headings = headings;
        scale = new TextScale(details);
    }

    List<WorkProcess> processes() {
        return opened.stream().map(Opened::process).toList();
    }

    boolean isEmpty() {
        return opened.isEmpty();
    }

    static boolean opensProcess(String text) {
        return NAMED_OPENING.matcher(text).matches();
    }

    void read(TextRow row, @Nullable TextRow next) {
        if (TextColumns.isOnlyHeadings(row) || scale.read(row, next) || readColumns(row) || readTotal(row)) {
            return;
        }
        Optional<TextRow.WithHours> hours = columns.hours(row).or(row::withHours);
        Matcher named = NAMED_OPENING.matcher(row.text());
        if (Periods.isPeriod(row.quoted())) {
            open(row, row.text(), null, true);
        } else if (named.matches()) {
            open(row, named.group(1), hours.map(TextRow.WithHours::hours).orElse(null), false);
        } else if (columns.marksCore() && !columns.mark(row).isEmpty()) {
            addSkill(row, row.text(), !columns.mark(row).equals("optional"));
        } else if (hours.isPresent() && !row.isItem()) {
            String text = hours.get().text();
            Matcher sign = SIGN.matcher(text);
            outerSign = sign.matches() ? kind(sign) : outerSign;
            open(row, sign.matches() ? sign.group(5) : text, hours.get().hours(), false);
        } else {
            readPlain(row, next);
        }
    }

    private void readPlain(TextRow row, @Nullable TextRow next) {
        Matcher sign = SIGN.matcher(row.text());
        boolean isInPeriod = !opened.isEmpty() && last().isPeriod;
        if (!row.isItem() && !isInPeriod && sign.matches() && (outerSign == 0 || outerSign == kind(sign))) {
            outerSign = kind(sign);
            open(row, sign.group(5), null, false);
            return;
        }
        if (!isInPeriod && leadsItems(row, next)) {
            open(row, row.text(), null, false);
        } else if (opened.isEmpty()) {
            findings.add(Finding.at(
                    row.line(), FindingKind.UNREAD_LINE, row.quoted(), "stands above the first work process"));
        } else if (isContinued(row)) {
            last().append(row.text());
        } else if (row.text().length() > LONGEST_NAME && last().isBare()) {
            last().description = row.text();
        } else {
            addSkill(row, sign.matches() ? sign.group(5) : row.text(), true);
        }
    }

    /** A line above a list is what the list is about, unless it is a sentence. */
    private static boolean leadsItems(TextRow row, @Nullable TextRow next) {
        return !row.isItem()
                && next != null
                && next.isItem()
                && row.text().length() <= LONGEST_TITLE
                && !row.text().endsWith(".");
    }

    /** A line of a PDF that is cut at the margin. */
    private boolean isContinued(TextRow row) {
        boolean isLabelled = TAUGHT.matcher(row.text()).lookingAt();
        return format == Format.PDF
                && !row.isItem()
                && !row.followsBlank()
                && !isLabelled
                && !SIGN.matcher(row.text()).matches()
                && (areLabelled || Character.isLowerCase(row.text().codePointAt(0)));
    }

    private static int kind(Matcher sign) {
        for (int group = 1; group <= 4; group++) {
            if (sign.group(group) != null) {
                return group;
            }
        }
        return 0;
    }

    private boolean readColumns(TextRow row) {
        Optional<TextColumns> found = TextColumns.of(row);
        if (found.isEmpty()) {
            return false;
        }
        columns = found.get();
        headings.add(new Heading(row.line(), row.quoted(), "COLUMNS"));
        Optional<String> period = Periods.in(row.text());
        if (period.isPresent()) {
            open(row, period.get(), null, true);
        } else if (opensProcess(row.text())) {
            Matcher named = NAMED_OPENING.matcher(row.text());
            if (named.matches()) {
                open(row, named.group(1), null, false);
            }
        }
        return true;
    }

    private boolean readTotal(TextRow row) {
        if (!row.folded().startsWith("total")) {
            return false;
        }
        Optional<Hours> said = row.withHours().map(TextRow.WithHours::hours);
        BigDecimal minimum = sum(true);
        BigDecimal maximum = sum(false);
        said.filter(hours -> hours.minimum() != null && hours.maximum() != null)
                .filter(hours -> minimum.signum() > 0
                        && (minimum.compareTo(hours.minimum()) != 0 || maximum.compareTo(hours.maximum()) != 0))
                .ifPresent(hours -> findings.add(Finding.at(
                        row.line(),
                        FindingKind.HOURS_DIFFER,
                        row.quoted(),
                        "the total is not the sum of the work processes above it",
                        minimum.compareTo(maximum) == 0 ? minimum.toPlainString() : minimum + " - " + maximum)));
        return true;
    }

    private BigDecimal sum(boolean ofMinimum) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Opened process : opened) {
            Hours hours = process.hours;
            BigDecimal one = hours == null ? null : ofMinimum ? hours.minimum() : hours.maximum();
            sum = one == null ? sum : sum.add(one);
        }
        return sum;
    }

    private void open(TextRow row, String title, @Nullable Hours hours, boolean isPeriod) {
        Matcher mark = CORE_MARK.matcher(title);
        boolean isMarked = mark.matches();
        opened.add(new Opened(
                row.line(),
                Names.trimmed(isMarked ? mark.group(1) : title),
                hours,
                isPeriod,
                !isMarked || mark.group(2).equalsIgnoreCase("core")));
        if (isPeriod) {
            headings.add(new Heading(row.line(), row.text(), "PERIOD"));
        }
    }

    private void addSkill(TextRow row, String text, boolean isCore) {
        Matcher competency = COMPETENCY.matcher(text);
        String name = competency.matches() ? competency.group(1) : text;
        name = Names.trimmed(
                TAUGHT.matcher(name).lookingAt() ? TAUGHT.matcher(name).replaceFirst("") : name);
        if (opened.isEmpty()) {
            opened.add(new Opened(row.line(), "", null, true, true));
        }
        Matcher mark = CORE_MARK.matcher(name);
        boolean isMarked = mark.matches();
        last().skills
                .add(new Skill(
                        row.line(),
                        isMarked ? mark.group(1) : name,
                        isMarked ? mark.group(2).equalsIgnoreCase("core") : isCore,
                        List.of()));
    }

    private Opened last() {
        return opened.get(opened.size() - 1);
    }

    /** A work process whose skills are still being collected. */
    private static final class Opened {

        private final int line;
        private final @Nullable Hours hours;
        private final boolean isPeriod;
        private final boolean isCore;
        private final List<Skill> skills = new ArrayList<>();
        private String title;
        private @Nullable String description;

        Opened(int line, String title, @Nullable Hours hours, boolean isPeriod, boolean isCore) {
            this.line = line;
            this.title = title;
            this.hours = hours;
            this.isPeriod = isPeriod;
            this.isCore = isCore;
        }

        boolean isBare() {
            return skills.isEmpty() && description == null && !isPeriod;
        }

        void append(String more) {
            if (skills.isEmpty()) {
                title = title + " " + more;
            } else {
                Skill last = skills.remove(skills.size() - 1);
                skills.add(new Skill(last.line(), last.name() + " " + more, last.isCore(), last.answers()));
            }
        }

        WorkProcess process() {
            return new WorkProcess(line, title, description, null, hours, isPeriod, isCore, List.copyOf(skills));
        }
    }
}
