package org.dualtraining.progress.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows turned into columns, to be sent as arrays and unnested. */
public record Columns<T>(Collection<T> rows) {

    public <R extends @Nullable Object> List<R> of(Function<T, R> value) {
        List<R> column = new ArrayList<>(rows.size());
        for (T row : rows) {
            column.add(value.apply(row));
        }
        return column;
    }
}
