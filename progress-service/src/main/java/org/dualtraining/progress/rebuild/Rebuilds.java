package org.dualtraining.progress.rebuild;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Table {@code rebuild}: at most one runs. Whoever works on it learns from each write whether it still does. */
@ApplicationScoped
public class Rebuilds {

    private static final String SELECT = """
            SELECT id, dry_run, state, schema_version, replayed, total, comparison, flips, reason, requested_at, begun_at,
                   moved_at, finished_at
            FROM rebuild
            """;

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    Rebuilds(Jdbi jdbi, ObjectMapper json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /** @return empty when another one runs */
    Optional<Rebuild> request(boolean dryRun) {
        UUID id = Ids.next();
        int inserted = jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO rebuild (id, dry_run, state, requested_at) VALUES (:id, :dryRun, 'RUNNING', :now)
                        ON CONFLICT ((true)) WHERE state = 'RUNNING' DO NOTHING
                        """)
                .bind("id", id)
                .bind("dryRun", dryRun)
                .bind("now", clock.instant())
                .execute());
        return inserted == 0 ? Optional.empty() : find(id);
    }

    /**
     * Keeps rebuilds from being requested until the transaction ends.
     *
     * @return false when one is running already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean holdOff() {
        jdbi.useHandle(handle -> handle.execute("LOCK TABLE rebuild IN SHARE MODE"));
        return running().isEmpty();
    }

    Optional<Rebuild> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE id = :id")
                .bind("id", id)
                .map(this::read)
                .findOne());
    }

    Optional<Rebuild> running() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE state = 'RUNNING'")
                .map(this::read)
                .findOne());
    }

    /** The newest first. */
    List<Rebuild> before(UUID id, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE id < :id ORDER BY id DESC LIMIT :rows")
                .bind("id", id)
                .bind("rows", rows)
                .map(this::read)
                .list());
    }

    void begun(UUID id, int schemaVersion) {
        update(id, "schema_version = :version, begun_at = :now", "version", schemaVersion);
    }

    /** @throws RebuildIsOver when it was cancelled meanwhile */
    void moved(UUID id, long replayed, long total) {
        requireRunning(jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE rebuild SET replayed = :replayed, total = :total, moved_at = :now
                        WHERE id = :id AND state = 'RUNNING'
                        """)
                .bind("id", id)
                .bind("replayed", replayed)
                .bind("total", total)
                .bind("now", clock.instant())
                .execute()));
    }

    void compared(UUID id, List<TableComparison> comparison, long records) {
        moved(id, records, records);
        update(id, "comparison = CAST(:comparison AS jsonb), moved_at = :now", "comparison", write(comparison));
    }

    void swapped(UUID id, int flips, long records) {
        moved(id, records, records);
        update(id, "state = 'SWAPPED', finished_at = :now, flips = :flips", "flips", flips);
    }

    void failed(UUID id, String reason) {
        update(id, "state = 'FAILED', finished_at = :now, reason = :reason", "reason", reason);
    }

    void end(UUID id, RebuildState state) {
        update(id, "state = :state, finished_at = :now", "state", state.name());
    }

    private void update(UUID id, String change, String name, Object value) {
        requireRunning(jdbi.withHandle(
                handle -> handle.createUpdate("UPDATE rebuild SET " + change + " WHERE id = :id AND state = 'RUNNING'")
                        .bind("id", id)
                        .bind("now", clock.instant())
                        .bind(name, value)
                        .execute()));
    }

    private static void requireRunning(int updated) {
        if (updated == 0) {
            throw new RebuildIsOver();
        }
    }

    private Rebuild read(ResultSet row, StatementContext context) throws SQLException {
        String comparison = row.getString("comparison");
        return new Rebuild(
                row.getObject("id", UUID.class),
                row.getBoolean("dry_run"),
                RebuildState.valueOf(row.getString("state")),
                (Integer) row.getObject("schema_version"),
                row.getLong("replayed"),
                row.getLong("total"),
                comparison == null ? null : tables(comparison),
                (Integer) row.getObject("flips"),
                row.getString("reason"),
                row.getTimestamp("requested_at").toInstant(),
                instant(row, "begun_at"),
                instant(row, "moved_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private List<TableComparison> tables(String comparison) {
        try {
            return json.readValue(comparison, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a comparison cannot be read", e);
        }
    }

    private String write(List<TableComparison> comparison) {
        try {
            return json.writeValueAsString(comparison);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a comparison cannot be written", e);
        }
    }
}
