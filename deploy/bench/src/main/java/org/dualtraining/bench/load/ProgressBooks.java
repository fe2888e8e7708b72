package org.dualtraining.bench.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What progress-service has in its books, read behind its back. Over one connection, because a login costs more than a
 * question, and who measures asks often; it is opened anew after the database was away.
 */
public final class ProgressBooks implements AutoCloseable {

    private final DataSource database;
    private @Nullable Connection connection;

    public ProgressBooks(DataSource database) {
        this.database = database;
    }

    /** Records of a topic that were judged, repeats not counted. */
    public long received(String topic) {
        return number("SELECT coalesce(sum(received), 0) FROM intake_ledger WHERE topic = '" + topic + "'");
    }

    public long applied(String topic) {
        return number("SELECT coalesce(sum(applied), 0) FROM intake_ledger WHERE topic = '" + topic + "'");
    }

    public long deadLetters() {
        return number("SELECT count(*) FROM dead_letter");
    }

    /**
     * How many records before the given ends are not in the ledger, which alone says what was taken in: a commit of offsets
     * that fails is not tried again before there is something new.
     */
    public long missing(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> next = query("SELECT topic, partition, next_offset FROM intake_ledger", row -> {
            Map<TopicPartition, Long> found = new HashMap<>();
            while (row.next()) {
                found.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
            }
            return found;
        });
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - next.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    public long number(String sql) {
        return query(sql, row -> {
            row.next();
            return row.getLong(1);
        });
    }

    private interface Reading<R> {

        R read(ResultSet rows) throws SQLException;
    }

    private <R> R query(String sql, Reading<R> reading) {
        try (Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return reading.read(rows);
        } catch (SQLException e) {
            close();
            throw new IllegalStateException(e);
        }
    }

    private Connection connection() throws SQLException {
        Connection current = connection;
        if (current == null || current.isClosed()) {
            current = database.getConnection();
            connection = current;
        }
        return current;
    }

    @Override
    public void close() {
        Connection current = connection;
        connection = null;
        if (current != null) {
            try {
                current.close();
            } catch (SQLException e) {
                // it was broken, which is why it is given up
            }
        }
    }
}
