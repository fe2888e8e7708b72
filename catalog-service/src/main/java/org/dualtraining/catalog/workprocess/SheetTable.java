package org.dualtraining.catalog.workprocess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.rendition.Sheet;
import org.jspecify.annotations.Nullable;

/** A sheet whose first row names the columns; they are found by name, whatever their order, case and blanks. */
final class SheetTable {

    private final List<String> headings;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final int headingRow;
    private final String sheet;

    private SheetTable(String sheet, int headingRow, List<String> headings) {
        this.sheet = sheet;
        this.headingRow = headingRow;
        this.headings = headings;
        for (int i = 0; i < headings.size(); i++) {
            columns.putIfAbsent(plain(headings.get(i)), i);
        }
    }

    static SheetTable of(Sheet sheet) {
        Optional<Sheet.Row> first = sheet.rows().stream().findFirst();
        SheetTable table = new SheetTable(
                sheet.name(),
                first.map(Sheet.Row::number).orElse(1),
                first.map(Sheet.Row::cells).orElse(List.of()));
        sheet.rows().stream().skip(1).forEach(row -> table.rows.add(table.new Row(row)));
        return table;
    }

    /** Letters and digits in small letters. */
    static String plain(String name) {
        return String.join("", Names.words(name)).toLowerCase(Locale.ROOT);
    }

    int headingRow() {
        return headingRow;
    }

    /** As the sheet has them. */
    String headings() {
        return sheet + ": " + String.join(" | ", headings);
    }

    Stream<Row> rows() {
        return rows.stream();
    }

    /** By a column of numbers when every row has one, else as the sheet has them. */
    Stream<Row> inOrder(String column) {
        boolean areNumbered =
                rows.stream().allMatch(row -> Figures.figure(row.text(column)).isPresent());
        return areNumbered
                ? rows.stream().sorted(Comparator.comparing(row -> Figures.figure(row.text(column))
                        .orElse(BigDecimal.ZERO)))
                : rows.stream();
    }

    /** One row below the headings. */
    final class Row {

        private final Sheet.Row row;

        Row(Sheet.Row row) {
            this.row = row;
        }

        int number() {
            return row.number();
        }

        /** Each sheet counts its rows from 1. */
        Finding finding(FindingKind kind, String text, String reason) {
            return Finding.at(number(), kind, text, inSheet(reason));
        }

        String inSheet(String reason) {
            return reason + " (sheet " + sheet + ")";
        }

        String text(String column) {
            return Names.trimmed(row.cell(columns.getOrDefault(plain(column), -1)));
        }

        @Nullable
        String orNull(String column) {
            String text = text(column);
            return text.isEmpty() ? null : text;
        }

        /** A finding says when it is no figure. */
        @Nullable
        BigDecimal figure(String column, Collection<Finding> findings) {
            String text = text(column);
            Optional<BigDecimal> figure = Figures.figure(text);
            if (!text.isEmpty() && figure.isEmpty()) {
                findings.add(finding(FindingKind.FIGURE_NOT_READ, text, "is no figure; the column is " + column));
            }
            return figure.orElse(null);
        }

        Map<String, String> all() {
            Map<String, String> all = new LinkedHashMap<>();
            for (int i = 0; i < headings.size(); i++) {
                String value = Names.trimmed(row.cell(i));
                if (!headings.get(i).isBlank() && !value.isEmpty()) {
                    all.put(Names.trimmed(headings.get(i)), value);
                }
            }
            return all;
        }

        /** @param ignored columns, as {@link #plain} */
        boolean saysMoreThan(Set<String> ignored) {
            return all().keySet().stream().anyMatch(heading -> !ignored.contains(plain(heading)));
        }

        String quoted() {
            return String.join(
                    " | ", row.cells().stream().filter(cell -> !cell.isBlank()).toList());
        }
    }
}
