package org.dualtraining.progress.report;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table for a spreadsheet, whose rows are made while it is sent.
 *
 * @param name of the file, without its ending
 */
public record CsvTable(String name, List<String> columns, Rows rows) {

    /** Gives all rows, one after the other; a null cell is empty. */
    public interface Rows {

        void forEach(Consumer<List<? extends @Nullable Object>> row);
    }
}
