package org.dualtraining.catalog.competencycsv;

import static org.dualtraining.catalog.framework.VersionCompetency.LONGEST_DEFINITION;
import static org.dualtraining.catalog.framework.VersionCompetency.LONGEST_NAME;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dualtraining.catalog.identity.Names;

/**
 * A whole file that was read and found to be right.
 *
 * @param rows the competencies, parents before their children, siblings in the order of the file
 * @param mayHangBelowFramework whether no competency has the framework's own ID number
 */
record CompetencyCsv(CsvRow framework, List<CsvRow> rows, boolean mayHangBelowFramework) {

    private static final Set<String> YES = Set.of("1", "true", "yes");
    private static final Set<String> NO = Set.of("", "0", "false", "no");

    private static final int LONGEST_ID_NUMBER = 300;

    static CompetencyCsv read(byte[] file) {
        CsvProblems problems = new CsvProblems();
        List<CsvRow> all = RowReader.read(CsvText.of(file), problems);
        List<CsvRow> competencies = new ArrayList<>(all.size());
        List<CsvRow> frameworks = new ArrayList<>(1);
        for (CsvRow row : all) {
            (isFramework(row, problems) ? frameworks : competencies).add(row);
            checkCells(row, problems);
        }
        checkFrameworks(frameworks, problems);
        checkRepeats(competencies, problems);
        CsvTree tree = CsvTree.of(frameworks.isEmpty() ? "" : frameworks.get(0).idNumber(), competencies, problems);
        problems.refuseIfAny();
        CompetencyCsv csv = ordered(frameworks.get(0), tree);
        csv.checkSections(problems);
        problems.refuseIfAny();
        return csv;
    }

    /** Rows of our own making, the framework first, which have nothing to check, in the order of those of a file. */
    static CompetencyCsv of(List<CsvRow> all) {
        CsvRow framework = all.get(0);
        return ordered(framework, CsvTree.of(framework.idNumber(), all.subList(1, all.size()), new CsvProblems()));
    }

    private static CompetencyCsv ordered(CsvRow framework, CsvTree tree) {
        return new CompetencyCsv(framework, tree.ordered(), !tree.has(framework.idNumber()));
    }

    /** Cell by cell and sibling by sibling; where sections stand, which have an order of their own, says nothing. */
    boolean saysTheSameAs(CompetencyCsv other) {
        return framework.cells().equals(other.framework.cells()) && families().equals(other.families());
    }

    private Map<String, List<List<String>>> families() {
        Map<String, List<List<String>>> families = new HashMap<>();
        for (CsvRow row : rows) {
            String parent = isTop(row) ? "" : row.parentIdNumber();
            String family = SectionRow.of(this, row).isPresent() ? "section " + row.idNumber() : "below " + parent;
            families.computeIfAbsent(family, f -> new ArrayList<>()).add(row.cells());
        }
        return families;
    }

    /** Whether the row has no parent, or names the framework as its parent, which hand-made files do. */
    boolean isTop(CsvRow row) {
        String parent = row.parentIdNumber();
        return parent.isEmpty() || (mayHangBelowFramework && parent.equals(framework.idNumber()));
    }

    private void checkSections(CsvProblems problems) {
        rows.stream()
                .filter(row -> !isTop(row) && SectionRow.of(row.idNumber()).isPresent())
                .forEach(row -> problems.at(
                        row, Column.PARENT_ID_NUMBER, "must be empty: this ID number means a section of the catalog"));
    }

    private static boolean isFramework(CsvRow row, CsvProblems problems) {
        String cell = Names.folded(row.cell(Column.IS_FRAMEWORK));
        if (!YES.contains(cell) && !NO.contains(cell)) {
            problems.at(row, Column.IS_FRAMEWORK, "must be 1 for the framework and empty or 0 for a competency");
        }
        return YES.contains(cell);
    }

    private static void checkCells(CsvRow row, CsvProblems problems) {
        for (Column column : Column.values()) {
            if (row.cell(column).codePoints().anyMatch(CompetencyCsv::isNoText)) {
                problems.at(row, column, "holds NUL, control or direction-override characters");
            }
        }
        if (row.idNumber().isEmpty()) {
            problems.at(row, Column.ID_NUMBER, "is missing");
        } else if (row.idNumber().length() > LONGEST_ID_NUMBER) {
            problems.at(row, Column.ID_NUMBER, "must have at most " + LONGEST_ID_NUMBER + " characters");
        }
        String name = row.name();
        if (name.isEmpty()) {
            problems.at(row, Column.SHORT_NAME, "is missing");
        } else if (name.length() > LONGEST_NAME) {
            problems.at(row, Column.SHORT_NAME, "must have at most " + LONGEST_NAME + " characters");
        } else if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0 || name.indexOf('\t') >= 0) {
            problems.at(row, Column.SHORT_NAME, "must be one line without tabs");
        }
        String definition = row.definition();
        if (definition != null && definition.length() > LONGEST_DEFINITION) {
            problems.at(
                    row,
                    Column.DESCRIPTION,
                    "must have at most " + LONGEST_DEFINITION + " characters of text, not counting tags");
        }
    }

    private static boolean isNoText(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\r' && c != '\t';
            case Character.FORMAT -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
            case Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static void checkFrameworks(List<CsvRow> frameworks, CsvProblems problems) {
        if (frameworks.isEmpty()) {
            problems.at(1, "no row below it is the framework: exactly one needs 1 under \"Is framework\"");
        }
        frameworks.stream()
                .skip(1)
                .forEach(row -> problems.at(
                        row,
                        Column.IS_FRAMEWORK,
                        "row " + frameworks.get(0).number() + " is the framework already; a file holds one"));
    }

    private static void checkRepeats(List<CsvRow> competencies, CsvProblems problems) {
        Map<String, Integer> first = new HashMap<>();
        for (CsvRow row : competencies) {
            if (!row.idNumber().isEmpty()) {
                Integer earlier = first.putIfAbsent(row.idNumber(), row.number());
                if (earlier != null) {
                    problems.at(row, Column.ID_NUMBER, "is that of row " + earlier + " too; each needs its own");
                }
            }
        }
    }
}
