package org.dualtraining.progress.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.progress.reconciliation.ReconciliationView.State;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Table {@code reconciliation}: at most one runs, and it shows a sign of life. */
@ApplicationScoped
class Reconciliations {

    private static final int LISTED = 1_000;
    /** Longer than anything that it may wait for. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final String SELECT = """
            SELECT id, state, plans, total, differences, undecided, is_complete, reason, requested_at, finished_at
            FROM reconciliation
            """;

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    Reconciliations(Jdbi jdbi, ObjectMapper json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /** @return empty when another one runs */
    @Transactional
    Optional<ReconciliationView> request() {
        UUID id = Ids.next();
        Instant now = clock.instant();
        int inserted = jdbi.withHandle(handle -> {
            handle.createUpdate("""
                            UPDATE reconciliation SET state = 'FAILED', finished_at = :now,
                                reason = 'the instance that worked on it ended'
                            WHERE state = 'RUNNING' AND moved_at < :silent
                            """)
                    .bind("now", now)
                    .bind("silent", now.minus(SILENCE))
                    .execute();
            return handle.createUpdate("""
                            INSERT INTO reconciliation (id, state, requested_at, moved_at)
                            VALUES (:id, 'RUNNING', :now, :now) ON CONFLICT ((true)) WHERE state = 'RUNNING' DO NOTHING
                            """).bind("id", id).bind("now", now).execute();
        });
        return inserted == 0 ? Optional.empty() : find(id);
    }

    Optional<ReconciliationView> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE id = :id")
                .bind("id", id)
                .map(this::view)
                .findOne());
    }

    /** The newest first. */
    List<ReconciliationView> before(UUID id, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE id < :id ORDER BY id DESC LIMIT :rows")
                .bind("id", id)
                .bind("rows", rows)
                .map(this::view)
                .list());
    }

    void compared(UUID id, int morePlans) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE reconciliation SET plans = plans + :plans, moved_at = :now
                        WHERE id = :id AND state = 'RUNNING'
                        """)
                .bind("plans", morePlans)
                .bind("now", clock.instant())
                .bind("id", id)
                .execute());
    }

    void finished(UUID id, List<Difference> differences, int undecided, boolean isComplete) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE reconciliation SET state = 'FINISHED', finished_at = :now, total = :total,
                            differences = CAST(:differences AS jsonb), undecided = :undecided, is_complete = :complete
                        WHERE id = :id AND state = 'RUNNING'
                        """)
                .bind("now", clock.instant())
                .bind("total", (long) differences.size())
                .bind("differences", write(differences.subList(0, Math.min(LISTED, differences.size()))))
                .bind("undecided", undecided)
                .bind("complete", isComplete)
                .bind("id", id)
                .execute());
    }

    void failed(UUID id, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE reconciliation SET state = 'FAILED', finished_at = :now, reason = :reason
                        WHERE id = :id AND state = 'RUNNING'
                        """)
                .bind("now", clock.instant())
                .bind("reason", reason)
                .bind("id", id)
                .execute());
    }

    private ReconciliationView view(ResultSet row, StatementContext context) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new ReconciliationView(
                row.getObject("id", UUID.class),
                State.valueOf(row.getString("state")),
                row.getLong("plans"),
                (Long) row.getObject("total"),
                read(row.getString("differences")),
                row.getInt("undecided"),
                row.getBoolean("is_complete"),
                row.getString("reason"),
                row.getTimestamp("requested_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private List<Difference> read(String differences) {
        try {
            return json.readValue(differences, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("differences cannot be read", e);
        }
    }

    private String write(List<Difference> differences) {
        try {
            return json.writeValueAsString(differences);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("differences cannot be written", e);
        }
    }
}
