package org.dualtraining.kit.problem;

import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a caller is told when PostgreSQL is away, busy or refuses (guarantees R17, D12). */
public final class DatabaseProblem {

    private static final Logger LOG = Logger.getLogger(DatabaseProblem.class);

    public static final Map<String, String> AWAY_HEADERS = Map.of("Retry-After", "2");

    private DatabaseProblem() {}

    /** Whether the same work may succeed in a moment: the database is away or busy. */
    public static boolean isPassing(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return isPassing(String.valueOf(sql.getSQLState()));
            }
            if (cause instanceof RollbackException) {
                return true;
            }
        }
        return false;
    }

    /** The answer, or null when the fault has nothing to do with the database or is a defect of ours. */
    static @Nullable Response answer(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return answer(sql);
            }
            if (cause instanceof RollbackException) {
                return away("commit");
            }
        }
        return null;
    }

    private static @Nullable Response answer(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        if (state.equals("23505")) {
            return ProblemMappers.answer(
                    Problem.of(
                            "conflict",
                            "Conflict",
                            409,
                            "Another one has the same identifying value, or was stored by another request just now."),
                    Map.of());
        }
        if (state.startsWith("22")) {
            return ProblemMappers.answer(
                    Problem.of(
                            "out-of-range",
                            "Out of range",
                            400,
                            "A number, date or instant is outside the range that can be stored."),
                    Map.of());
        }
        return isPassing(state) ? away(state) : null;
    }

    /** Says nothing of what was stored: a commit whose answer was lost may have happened. */
    private static Response away(String sqlState) {
        LOG.warnf("database away or busy sqlstate=%s", sqlState);
        return ProblemMappers.answer(away(), AWAY_HEADERS);
    }

    public static Problem away() {
        return Problem.of(
                "temporarily-unavailable",
                "Temporarily unavailable",
                503,
                "The database cannot be reached or is busy: send the same request again.");
    }

    /** No state: the pool gave up. 08: connection. 40: serialization, deadlock. 53, 57: resources, shutdown, timeout. */
    private static boolean isPassing(String state) {
        return state.equals("null")
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.equals("55P03");
    }
}
