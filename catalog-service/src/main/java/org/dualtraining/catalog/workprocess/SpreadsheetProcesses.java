package org.dualtraining.catalog.workprocess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Hours;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Skill;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.WorkProcess;
import org.jspecify.annotations.Nullable;

/** The sheet of work processes: a row with a title opens one, a row without continues the one above with a skill. */
final class SpreadsheetProcesses {

    private static final String TITLE = "Work Process Title";
    private static final String ORDER = "Work Process Sort Order";
    private static final String SKILL = "Skill Title";
    private static final int MOST_ANSWERS = 10;

    private final List<Finding> findings;
    private final List<Opened> opened = new ArrayList<>();

    SpreadsheetProcesses(List<Finding> findings) {
        this.findings = findings;
    }

    List<WorkProcess> read(SheetTable table) {
        table.rows().forEach(this::readRow);
        boolean areNumbered =
                opened.stream().allMatch(process -> process.order().isPresent());
        return opened.stream()
                .sorted(Comparator.comparing(
                        process -> areNumbered ? process.order().orElse(BigDecimal.ZERO) : BigDecimal.ZERO))
                .map(this::process)
                .toList();
    }

    private void readRow(SheetTable.Row row) {
        String title = row.text(TITLE);
        boolean opens = !title.isEmpty() && (opened.isEmpty() || !continues(last(), row, title));
        if (opens) {
            opened.add(new Opened(row, new ArrayList<>()));
        }
        if (row.text(SKILL).isEmpty()) {
            if (!opens) {
                unread(row, "neither a work process nor a skill is named");
            }
        } else if (opened.isEmpty()) {
            unread(row, "the skill stands above the first work process");
        } else {
            if (title.isEmpty() && isOfAnother(row)) {
                findings.add(row.finding(
                        FindingKind.AMBIGUOUS_GROUPS,
                        row.quoted(),
                        "the row names no work process and has another sort order than the one above it; its skill is"
                                + " read as a skill of the one above"));
            }
            last().skills().add(row);
        }
    }

    private boolean isOfAnother(SheetTable.Row row) {
        String order = row.text(ORDER);
        return !order.isEmpty() && !order.equals(last().row().text(ORDER));
    }

    /** Some repeat the title in front of each of its skills. */
    private static boolean continues(Opened process, SheetTable.Row row, String title) {
        return Names.isSame(process.row().text(TITLE), title)
                && !row.text(SKILL).isEmpty();
    }

    private void unread(SheetTable.Row row, String why) {
        findings.add(row.finding(FindingKind.UNREAD_LINE, row.quoted(), why));
    }

    private Opened last() {
        return opened.get(opened.size() - 1);
    }

    private WorkProcess process(Opened process) {
        SheetTable.Row row = process.row();
        @Nullable BigDecimal minimum = row.figure("Minimum Hours", findings);
        @Nullable BigDecimal maximum = row.figure("Maximum Hours", findings);
        if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            findings.add(row.finding(
                    FindingKind.HOURS_DIFFER, row.text(TITLE), "its minimum of hours is more than its maximum"));
        }
        boolean areNumbered = process.skills().stream()
                .allMatch(skill -> order(skill, "Skill Sort Order").isPresent());
        return new WorkProcess(
                row.number(),
                row.text(TITLE),
                row.orNull("Work Process Description"),
                row.orNull("Work Process Sub Category"),
                minimum == null && maximum == null ? null : new Hours(minimum, maximum),
                false,
                true,
                process.skills().stream()
                        .sorted(Comparator.comparing(skill -> areNumbered
                                ? order(skill, "Skill Sort Order").orElse(BigDecimal.ZERO)
                                : BigDecimal.ZERO))
                        .map(SpreadsheetProcesses::skill)
                        .toList());
    }

    private static Optional<BigDecimal> order(SheetTable.Row row, String column) {
        return Figures.figure(row.text(column));
    }

    private static Skill skill(SheetTable.Row row) {
        List<String> answers = IntStream.rangeClosed(1, MOST_ANSWERS)
                .mapToObj(i -> row.text("Skill Answer Option " + i))
                .filter(answer -> !answer.isEmpty())
                .toList();
        return new Skill(row.number(), row.text(SKILL), true, answers);
    }

    /** A work process whose skills are still being collected. */
    private record Opened(SheetTable.Row row, List<SheetTable.Row> skills) {

        Optional<BigDecimal> order() {
            return SpreadsheetProcesses.order(row, ORDER);
        }
    }
}
