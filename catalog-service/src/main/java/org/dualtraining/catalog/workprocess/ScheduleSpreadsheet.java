package org.dualtraining.catalog.workprocess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.OccupationTitle;
import org.dualtraining.catalog.rendition.Rendition;
import org.dualtraining.catalog.rendition.Sheet;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Course;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Heading;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.WageStep;

/** Reads the four sheets in which apprenticeship standards are exchanged: columns by their headings, in any order. */
final class ScheduleSpreadsheet {

    static final String DETAILS = "Details";
    static final String WORK_PROCESSES = "WorkProcesses";
    static final String RELATED_INSTRUCTION = "RelatedInstruction";
    static final String WAGE_SCHEDULE = "WageSchedule";

    private static final Pattern DAY_FIRST_OR_MONTH_FIRST =
            Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-]((?:19|20)\\d{2})");

    private final List<Finding> findings = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();
    private final Rendition rendition;

    private ScheduleSpreadsheet(Rendition rendition) {
        this.rendition = rendition;
    }

    static WorkProcessDocument read(Rendition rendition) {
        return new ScheduleSpreadsheet(rendition).document();
    }

    private WorkProcessDocument document() {
        Optional<SheetTable> details = table(DETAILS);
        Optional<SheetTable> processes = table(WORK_PROCESSES);
        List<String> missing = new ArrayList<>();
        if (details.isEmpty()) {
            missing.add("a sheet '" + DETAILS + "'");
        }
        if (processes.isEmpty()) {
            missing.add("a sheet '" + WORK_PROCESSES + "'");
        }
        Optional<SheetTable.Row> first =
                details.stream().flatMap(SheetTable::rows).findFirst();
        String occupation = first.map(row -> row.text("Occupation Title")).orElse("");
        if (!OccupationTitle.isOne(occupation)) {
            missing.add("a value with a letter or digit and at most " + OccupationTitle.LONGEST
                    + " characters below 'Occupation Title' in the sheet '" + DETAILS + "'");
        }
        if (!missing.isEmpty()) {
            throw new NoWorkProcessSchedule(missing);
        }
        details.get()
                .rows()
                .skip(1)
                .forEach(row -> findings.add(row.finding(
                        FindingKind.UNREAD_LINE,
                        row.quoted(),
                        "the sheet Details is about one occupation; only its first row is read")));
        return new WorkProcessDocument(
                first.get().number(),
                occupation,
                codes(first.get(), "Onet Code"),
                codes(first.get(), "RAPIDS Code"),
                details(first.get()),
                new SpreadsheetProcesses(findings).read(processes.get()),
                table(RELATED_INSTRUCTION).map(this::courses).orElse(List.of()),
                table(WAGE_SCHEDULE).map(this::wageSchedule).orElse(List.of()),
                headings,
                findings);
    }

    private Optional<SheetTable> table(String name) {
        return rendition.sheets().stream()
                .filter(sheet -> SheetTable.plain(sheet.name()).equals(SheetTable.plain(name)))
                .findFirst()
                .map(sheet -> {
                    SheetTable table = SheetTable.of(sheet);
                    headings.add(new Heading(table.headingRow(), table.headings(), "SHEET_" + sheetKind(name)));
                    reportFormulas(sheet);
                    return table;
                });
    }

    private static String sheetKind(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private void reportFormulas(Sheet sheet) {
        for (Sheet.Formula formula : sheet.formulas()) {
            findings.add(Finding.at(
                    formula.row(),
                    FindingKind.COMPUTED_CELL,
                    sheet.name() + "!" + formula.cell(),
                    formula.hasResult()
                            ? "the cell is computed; the result that the file carries is used"
                            : "the cell is computed and the file carries no result, so it is read as empty"));
        }
    }

    private static List<String> codes(SheetTable.Row row, String column) {
        return Stream.of(row.text(column).split("[,;\\n]"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private Map<String, String> details(SheetTable.Row row) {
        Map<String, String> details = new LinkedHashMap<>(row.all());
        details.forEach((label, value) -> {
            if (SheetTable.plain(label).endsWith("date")
                    || SheetTable.plain(label).endsWith("update")) {
                reportDate(row, value);
            }
        });
        requireOrder(row, "OJT Hours");
        requireOrder(row, "RSI Hours");
        return details;
    }

    /** A day above 12 shows which figure is the day; else either may be. */
    private void reportDate(SheetTable.Row row, String value) {
        Matcher date = DAY_FIRST_OR_MONTH_FIRST.matcher(value);
        if (!date.matches()) {
            return;
        }
        int first = Integer.parseInt(date.group(1));
        int second = Integer.parseInt(date.group(2));
        boolean isClear =
                (first > 12) != (second > 12) && Math.min(first, second) >= 1 && Math.max(first, second) <= 28;
        String reason = "is a date as text, which is kept as it is written";
        findings.add(
                isClear
                        ? Finding.at(
                                row.number(),
                                FindingKind.DATE_AS_TEXT,
                                value,
                                row.inSheet(reason),
                                LocalDate.of(
                                                Integer.parseInt(date.group(3)),
                                                Math.min(first, second),
                                                Math.max(first, second))
                                        .toString())
                        : row.finding(
                                FindingKind.DATE_AS_TEXT, value, reason + "; which figure is the day is not clear"));
    }

    private void requireOrder(SheetTable.Row row, String what) {
        Optional<BigDecimal> minimum = Figures.figure(row.text("Minimum " + what));
        Optional<BigDecimal> maximum = Figures.figure(row.text("Maximum " + what));
        if (minimum.isPresent() && maximum.isPresent() && minimum.get().compareTo(maximum.get()) > 0) {
            findings.add(row.finding(
                    FindingKind.HOURS_DIFFER,
                    minimum.get() + " / " + maximum.get(),
                    "the minimum of " + what + " is more than the maximum"));
        }
    }

    private List<Course> courses(SheetTable table) {
        List<Course> courses = new ArrayList<>();
        table.inOrder("Course Sort Order").forEach(row -> {
            String name = row.text("Course Name");
            if (name.isEmpty()) {
                findings.add(row.finding(FindingKind.UNREAD_LINE, row.quoted(), "the row names no course"));
            } else {
                courses.add(new Course(
                        row.number(),
                        null,
                        name,
                        row.orNull("Course Description"),
                        row.orNull("Course Code"),
                        row.orNull("Related Training Organization"),
                        row.figure("Course Hours", findings),
                        false));
            }
        });
        return List.copyOf(courses);
    }

    private List<WageStep> wageSchedule(SheetTable table) {
        Set<String> orders = Set.of(SheetTable.plain("Step Sort Order"));
        return table.inOrder("Step Sort Order")
                .filter(row -> row.saysMoreThan(orders))
                .map(row -> new WageStep(
                        row.orNull("Step Level Title"),
                        row.orNull("Step OJT Hours"),
                        row.orNull("Step OJT Percentage"),
                        row.orNull("Step Duration"),
                        row.orNull("Step RSI Hours")))
                .toList();
    }
}
