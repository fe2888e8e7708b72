package org.dualtraining.progress.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** One transaction on a connection of its own, for what outlasts the short waits of requests. Rolled back in the end. */
final class Session implements AutoCloseable {

    private static final int SOCKET_TIMEOUT_MILLIS = 15_000;

    private final Connection connection;

    private Session(Connection connection) {
        this.connection = connection;
    }

    /**
     * While it is open, no batch of the running intake is at work and none begins: they wait. Given up when the batches
     * that are at work do not end soon, and cut off by the server when it is kept too long.
     */
    static Session holdIntake(DataSource pool) throws SQLException {
        Session session = new Session(pool.getConnection());
        try {
            session.begin(Connection.TRANSACTION_READ_COMMITTED);
            session.execute("SET LOCAL lock_timeout = '10s'");
            session.execute("SET LOCAL statement_timeout = '12s'");
            session.execute("SET LOCAL idle_in_transaction_session_timeout = '30s'");
            session.execute("LOCK TABLE public.intake_ledger IN EXCLUSIVE MODE");
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    /** Sees everything as it is at this moment, for as long as it takes. */
    static Session snapshot(DataSource pool) throws SQLException {
        Session session = new Session(pool.getConnection());
        try {
            session.connection.setNetworkTimeout(Runnable::run, 0);
            session.begin(Connection.TRANSACTION_REPEATABLE_READ);
            session.execute("SET LOCAL statement_timeout = 0");
            session.execute("SELECT 1");
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    /** That what it holds is still held. */
    void requireOpen() throws SQLException {
        execute("SELECT 1");
    }

    Handle handle() {
        return Jdbi.create(connection).open();
    }

    private void begin(int isolation) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(isolation);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setNetworkTimeout(Runnable::run, SOCKET_TIMEOUT_MILLIS);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
        }
    }
}
