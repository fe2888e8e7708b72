package org.dualtraining.catalog.rendition;

import java.util.List;

/** One sheet of a spreadsheet: its rows that are not empty. */
public record Sheet(String name, List<Row> rows, List<Formula> formulas) {

    /**
     * One row.
     *
     * @param number as the spreadsheet shows it, from 1
     * @param cells from the first column on; an empty cell is an empty text, dates are ISO dates
     */
    public record Row(int number, List<String> cells) {

        /** The text of a column, empty where the row ends before it. */
        public String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }
    }

    /** A cell that is computed. Nothing is computed here: the result that the file carries is used, if it has one. */
    public record Formula(int row, String cell, boolean hasResult) {}
}
