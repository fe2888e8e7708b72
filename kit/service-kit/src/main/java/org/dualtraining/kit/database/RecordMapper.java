package org.dualtraining.kit.database;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Rows as records, each member from the column of its name. Jdbi's mapper by constructor finds out anew for every result
 * which column goes where, and reads the constructor's annotations for that, which was a sixth of what a small request
 * took: here it is found out once for each list of columns.
 *
 * @param <R> a record, or another class with one constructor
 */
public final class RecordMapper<R> implements RowMapper<R> {

    private static final Map<Class<?>, RecordMapper<?>> KNOWN = new ConcurrentHashMap<>();

    private final RowMapper<R> byConstructor;
    private final Map<List<String>, RowMapper<R>> made = new ConcurrentHashMap<>();

    private RecordMapper(Class<R> type) {
        this.byConstructor = ConstructorMapper.of(type);
    }

    @SuppressWarnings("unchecked")
    public static <R> RecordMapper<R> of(Class<R> type) {
        return (RecordMapper<R>) KNOWN.computeIfAbsent(type, RecordMapper::new);
    }

    @Override
    public R map(ResultSet row, StatementContext context) throws SQLException {
        return specialize(row, context).map(row, context);
    }

    @Override
    public RowMapper<R> specialize(ResultSet rows, StatementContext context) throws SQLException {
        List<String> columns = columns(rows.getMetaData());
        RowMapper<R> known = made.get(columns);
        if (known == null) {
            known = byConstructor.specialize(rows, context);
            made.put(columns, known);
        }
        return known;
    }

    private static List<String> columns(ResultSetMetaData rows) throws SQLException {
        List<String> columns = new ArrayList<>(rows.getColumnCount());
        for (int i = 1; i <= rows.getColumnCount(); i++) {
            columns.add(rows.getColumnLabel(i));
        }
        return columns;
    }
}
