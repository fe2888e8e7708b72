package org.dualtraining.catalog.competencycsv;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hierarchy of the rows, which may stand in the file in any order. */
final class CsvTree {

    /** What people draw has five or six; without a limit a chain of rows would be nested as deep as the file is long. */
    private static final int MOST_LEVELS = 32;

    private final String frameworkIdNumber;
    private final List<CsvRow> rows;
    private final CsvProblems problems;
    private final Map<String, CsvRow> byIdNumber = new HashMap<>();
    private final Map<String, Integer> levels = new HashMap<>();

    private CsvTree(String frameworkIdNumber, List<CsvRow> rows, CsvProblems problems) {
        this.frameworkIdNumber = frameworkIdNumber;
        this.rows = rows;
        this.problems = problems;
        rows.forEach(row -> byIdNumber.putIfAbsent(row.idNumber(), row));
    }

    /** Reports every row that hangs nowhere. */
    static CsvTree of(String frameworkIdNumber, List<CsvRow> rows, CsvProblems problems) {
        CsvTree tree = new CsvTree(frameworkIdNumber, rows, problems);
        rows.forEach(tree::check);
        return tree;
    }

    boolean has(String idNumber) {
        return byIdNumber.containsKey(idNumber);
    }

    /** Top-level rows have no parent, or name the framework, which hand-made files do. */
    @Nullable
    private String parentOf(CsvRow row) {
        String parent = row.parentIdNumber();
        return parent.isEmpty() || (parent.equals(frameworkIdNumber) && !has(parent)) ? null : parent;
    }

    private void check(CsvRow row) {
        String parent = parentOf(row);
        if (parent != null && !has(parent)) {
            problems.at(row, Column.PARENT_ID_NUMBER, "is the ID number of no row of this file");
        } else if (levelOf(row) == MOST_LEVELS + 1) {
            problems.at(row, Column.PARENT_ID_NUMBER, "is more than " + MOST_LEVELS + " levels down");
        }
    }

    /** 1 for a top-level row; 0 below a circle. Walks up once for each row and remembers what it passed. */
    private int levelOf(CsvRow row) {
        List<CsvRow> path = new ArrayList<>();
        Set<String> onPath = new HashSet<>();
        CsvRow at = row;
        int level = 0;
        while (at != null) {
            Integer known = levels.get(at.idNumber());
            if (known != null) {
                level = known;
                break;
            }
            if (!onPath.add(at.idNumber())) {
                reportCircle(path, at);
                break;
            }
            path.add(at);
            String parent = parentOf(at);
            at = parent == null ? null : byIdNumber.get(parent);
        }
        boolean isRooted = at == null || level > 0;
        for (int i = path.size() - 1; i >= 0; i--) {
            level = isRooted ? level + 1 : 0;
            levels.put(path.get(i).idNumber(), level);
        }
        return level;
    }

    private void reportCircle(List<CsvRow> path, CsvRow entry) {
        path.stream()
                .dropWhile(row -> !row.idNumber().equals(entry.idNumber()))
                .forEach(row ->
                        problems.at(row, Column.PARENT_ID_NUMBER, "goes round in a circle: the row is below itself"));
    }

    /** Parents before their children, siblings in the order of the file; only for rows without problems. */
    List<CsvRow> ordered() {
        Map<String, List<CsvRow>> children = new HashMap<>();
        List<CsvRow> tops = new ArrayList<>();
        for (CsvRow row : rows) {
            String parent = parentOf(row);
            (parent == null ? tops : children.computeIfAbsent(parent, p -> new ArrayList<>())).add(row);
        }
        List<CsvRow> ordered = new ArrayList<>(rows.size());
        Deque<CsvRow> next = new ArrayDeque<>(tops);
        while (!next.isEmpty()) {
            CsvRow row = next.pop();
            ordered.add(row);
            List<CsvRow> below = children.getOrDefault(row.idNumber(), List.of());
            for (int i = below.size() - 1; i >= 0; i--) {
                next.push(below.get(i));
            }
        }
        return ordered;
    }
}
