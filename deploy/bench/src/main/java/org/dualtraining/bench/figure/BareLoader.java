package org.dualtraining.bench.figure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The baseline of an intake: writes the rows that the intake wrote, into copies of its tables as they were before, and
 * does nothing else. What was written is asked of PostgreSQL's statistics, table by table, so that this needs to know no
 * table: rows that are new are inserted, rows that were there are updated as often as the intake updated rows of their
 * table, all in multi-row statements, batch by batch, each batch one durable commit. Reading the rows is not timed.
 */
final class BareLoader {

    private final DataSource database;
    private final Map<String, Written> before = new HashMap<>();

    BareLoader(DataSource database) {
        this.database = database;
        if (database instanceof PGSimpleDataSource postgres) {
            postgres.setReWriteBatchedInserts(true);
        }
    }

    /** Rows written to a table so far. */
    private record Written(long inserted, long updated) {

        Written since(Written earlier) {
            return new Written(inserted - earlier.inserted, updated - earlier.updated);
        }
    }

    /** What the loader did. */
    record Result(double seconds, Map<String, String> rows) {}

    /** Copies the tables as they are. The service must be stopped: its statistics are complete then. */
    void copy() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS bare CASCADE");
            statement.execute("CREATE SCHEMA bare");
            for (Map.Entry<String, String> table : tables(statement).entrySet()) {
                String name = table.getKey();
                statement.execute(
                        "CREATE TABLE bare.%1$s (LIKE public.%1$s INCLUDING ALL EXCLUDING IDENTITY)".formatted(name));
                if (!table.getValue().isEmpty()) {
                    statement.execute("ALTER TABLE bare.%s SET (%s)".formatted(name, table.getValue()));
                }
                statement.execute("INSERT INTO bare.%1$s SELECT * FROM public.%1$s".formatted(name));
                statement.execute("ANALYZE bare." + name);
            }
            before.putAll(written(statement));
        }
    }

    /** Tables of the service with their storage parameters: a copy that packs its pages otherwise would not compare. */
    private static Map<String, String> tables(Statement statement) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery("""
                SELECT relname, coalesce(array_to_string(reloptions, ', '), '')
                FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
                WHERE nspname = 'public' AND relkind = 'r' AND relname NOT LIKE 'flyway%'
                  AND EXISTS (SELECT FROM pg_index WHERE indrelid = pg_class.oid AND indisprimary)
                ORDER BY relname
                """)) {
            while (row.next()) {
                found.put(row.getString(1), row.getString(2));
            }
        }
        return found;
    }

    private static Map<String, Written> written(Statement statement) throws SQLException {
        Map<String, Written> found = new HashMap<>();
        try (ResultSet row = statement.executeQuery(
                "SELECT relname, n_tup_ins, n_tup_upd FROM pg_stat_user_tables WHERE schemaname = 'public'")) {
            while (row.next()) {
                found.put(row.getString(1), new Written(row.getLong(2), row.getLong(3)));
            }
        }
        return found;
    }

    /** Writes what was written since the copy, in so many batches. The service must be stopped again. */
    Result load(int batches) throws SQLException {
        List<BareTable> tables = new ArrayList<>();
        Map<String, String> rows = new LinkedHashMap<>();
        try (Connection reading = database.getConnection();
                Connection writing = database.getConnection()) {
            reading.setAutoCommit(false);
            writing.setAutoCommit(false);
            try (Statement statement = reading.createStatement()) {
                Map<String, Written> after = written(statement);
                for (String name : tables(statement).keySet()) {
                    Written done = after.getOrDefault(name, new Written(0, 0))
                            .since(before.getOrDefault(name, new Written(0, 0)));
                    if (done.inserted() + done.updated() > 0) {
                        tables.add(BareTable.open(name, done.inserted(), done.updated(), reading, writing));
                        rows.put(name, done.inserted() + " inserted, " + done.updated() + " updated");
                    }
                }
            }
            long nanos = 0;
            for (int batch = 0; batch < batches; batch++) {
                for (BareTable table : tables) {
                    table.prepare(batch, batches);
                }
                long begun = System.nanoTime();
                for (BareTable table : tables) {
                    table.write();
                }
                writing.commit();
                nanos += System.nanoTime() - begun;
            }
            for (BareTable table : tables) {
                table.close();
            }
            return new Result(nanos / 1e9, rows);
        }
    }
}
