package org.dualtraining.bench.figure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One table's share of a bare load: rows of the service's table, read ahead, written into the copy. */
final class BareTable implements AutoCloseable {

    private static final int FETCHED = 2_000;

    private final String name;
    private final long inserted;
    private final long updated;
    private final Connection reading;
    private final List<String> columns;
    private final Set<String> key;
    private final ResultSet fresh;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final List<List<Object>> toInsert = new ArrayList<>();
    private final List<List<Object>> toUpdate = new ArrayList<>();
    private ResultSet known;

    private BareTable(String name, long inserted, long updated, Set<String> key, Connection reading, Connection writing)
            throws SQLException {
        this.name = name;
        this.inserted = inserted;
        this.updated = updated;
        this.key = key;
        this.reading = reading;
        this.columns = columns(name, reading);
        String into = "INSERT INTO bare." + name + " (" + String.join(", ", columns) + ") VALUES ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
        this.insert = writing.prepareStatement(into);
        this.update = writing.prepareStatement(into + " ON CONFLICT (" + String.join(", ", key) + ") DO UPDATE SET "
                + columns.stream()
                        .filter(column -> !key.contains(column) || key.size() == columns.size())
                        .map(column -> column + " = EXCLUDED." + column)
                        .collect(Collectors.joining(", ")));
        this.fresh = open(freshRows());
        this.known = open(knownRows());
    }

    static BareTable open(String name, long inserted, long updated, Connection reading, Connection writing)
            throws SQLException {
        return new BareTable(name, inserted, updated, key(name, reading), reading, writing);
    }

    /** In the order in which they were written. */
    private String freshRows() {
        return "SELECT t.* FROM public." + name + " t WHERE NOT EXISTS (SELECT FROM bare." + name
                + " b WHERE (b." + String.join(", b.", key) + ") = (t." + String.join(", t.", key)
                + ")) ORDER BY t.ctid";
    }

    /** As they are now, in an order that jumps from page to page like the events do. */
    private String knownRows() {
        return "SELECT t.* FROM public." + name + " t JOIN bare." + name + " USING (" + String.join(", ", key)
                + ") ORDER BY hashtext(concat(t." + String.join(", t.", key) + "))";
    }

    private ResultSet open(String sql) throws SQLException {
        Statement statement = reading.createStatement();
        statement.setFetchSize(FETCHED);
        return statement.executeQuery(sql);
    }

    private static List<String> columns(String name, Connection connection) throws SQLException {
        return texts(connection, """
                SELECT attname FROM pg_attribute
                WHERE attrelid = 'public.%s'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                ORDER BY attnum
                """.formatted(name));
    }

    private static Set<String> key(String name, Connection connection) throws SQLException {
        return new LinkedHashSet<>(texts(connection, """
                SELECT attname FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
                WHERE indrelid = 'public.%s'::regclass AND indisprimary
                """.formatted(name)));
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    /** Reads the rows of a batch. */
    void prepare(int batch, int batches) throws SQLException {
        toInsert.clear();
        toUpdate.clear();
        long inserts = share(inserted, batch, batches);
        while (toInsert.size() < inserts && fresh.next()) {
            toInsert.add(row(fresh));
        }
        long updates = share(updated, batch, batches);
        while (toUpdate.size() < updates && known.next()) {
            toUpdate.add(row(known));
        }
        if (toUpdate.size() < updates) {
            known.getStatement().close();
            known = open(knownRows());
            if (toUpdate.isEmpty()) {
                // a table that was empty: what is updated is what was just inserted
                toUpdate.addAll(toInsert.subList(0, (int) Math.min(updates, toInsert.size())));
            }
        }
    }

    private static long share(long rows, int batch, int batches) {
        return rows * (batch + 1) / batches - rows * batch / batches;
    }

    private List<Object> row(ResultSet from) throws SQLException {
        List<Object> values = new ArrayList<>(columns.size());
        for (String column : columns) {
            values.add(from.getObject(column));
        }
        return values;
    }

    void write() throws SQLException {
        write(insert, toInsert);
        write(update, toUpdate);
    }

    private static void write(PreparedStatement statement, List<List<Object>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        for (List<Object> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                statement.setObject(i + 1, row.get(i));
            }
            statement.addBatch();
        }
        statement.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        fresh.getStatement().close();
        known.getStatement().close();
        insert.close();
        update.close();
    }
}
