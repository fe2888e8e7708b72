package org.dualtraining.plan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.plan.completion.CourseCompletion.SourceRecord;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The completions that were received. */
@ApplicationScoped
class CompletionStore {

    static final String COLUMNS = """
            SELECT c.id, c.provider_id, c.source_record_id, c.source_record_version, c.learner_id, c.apprentice_id,
                c.course_code, c.completed_on, c.grade, c.stated_passed, c.passed, c.evidence_url, c.state, c.parked_reason, c.received_at,
                c.revoked_at, c.revocation_reason
            FROM course_completion c
            """;

    private static final String LOCK = """
            SELECT count(pg_advisory_xact_lock(stripe)) FROM (
                SELECT DISTINCT hashtextextended(provider || ':' || (hashtext(record) & 63), 0) AS stripe
                FROM unnest(:providers, :records) AS r (provider, record) ORDER BY stripe) AS stripes
            """;

    private final Jdbi jdbi;

    @Inject
    CompletionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Until this transaction ends, nobody else writes a version of these records: two versions of one record that arrive
     * together would otherwise not see each other. A provider's records share 64 locks, so that batches cannot fill the
     * server's lock table; taken in one order, so that no two batches deadlock.
     */
    void lock(Collection<SourceRecord> records) {
        jdbi.useHandle(
                h -> bound(h.createQuery(LOCK), records).mapTo(Long.class).one());
    }

    /** Locks records and reads their versions in one round trip: the second statement sees what others committed before. */
    List<CourseCompletion> lockedVersionsOf(Collection<SourceRecord> records) {
        RowMapper<CourseCompletion> version = RecordMapper.of(CourseCompletion.class);
        return jdbi.withHandle(
                h -> bound(h.createQuery(LOCK + ";\n" + COLUMNS + """
                                JOIN unnest(CAST(:providers AS uuid[]), :records) AS r (provider_id, source_record_id)
                                  USING (provider_id, source_record_id)
                                """), records).execute((statement, context) -> {
                    PreparedStatement executed = statement.get();
                    executed.getMoreResults();
                    return rows(executed.getResultSet(), version, context);
                }));
    }

    private static Query bound(Query query, Collection<SourceRecord> records) {
        List<SourceRecord> asked = List.copyOf(records);
        return query.bindArray(
                        "providers",
                        String.class,
                        asked.stream().map(r -> r.providerId().toString()).toArray())
                .bindArray(
                        "records",
                        String.class,
                        asked.stream().map(SourceRecord::sourceRecordId).toArray());
    }

    private static <R> List<R> rows(ResultSet found, RowMapper<R> mapper, StatementContext context)
            throws SQLException {
        RowMapper<R> ofThese = mapper.specialize(found, context);
        List<R> rows = new ArrayList<>();
        while (found.next()) {
            rows.add(ofThese.map(found, context));
        }
        return rows;
    }

    void insert(Collection<CourseCompletion> completions) {
        if (completions.isEmpty()) {
            return;
        }
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch("""
                    INSERT INTO course_completion (id, provider_id, source_record_id, source_record_version, learner_id,
                        apprentice_id, course_code, completed_on, grade, stated_passed, passed, evidence_url, state, parked_reason,
                        received_at)
                    VALUES (:id, :providerId, :sourceRecordId, :sourceRecordVersion, :learnerId, :apprenticeId,
                        :courseCode, :completedOn, :grade, :statedPassed, :passed, :evidenceUrl, :state, :parkedReason, :receivedAt)
                    """);
            completions.forEach(completion -> batch.bindMethods(completion).add());
            batch.execute();
        });
    }

    void supersede(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        jdbi.useHandle(h -> h.createUpdate(
                        "UPDATE course_completion SET state = 'SUPERSEDED', parked_reason = NULL WHERE id = ANY (:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .execute());
    }

    void revoke(Collection<UUID> ids, String reason, Instant now) {
        jdbi.useHandle(h -> h.createUpdate("""
                        UPDATE course_completion SET state = 'REVOKED', parked_reason = NULL, revoked_at = :now,
                            revocation_reason = :reason
                        WHERE id = ANY (:ids)
                        """)
                .bindArray("ids", UUID.class, ids.toArray())
                .bind("reason", reason)
                .bind("now", now)
                .execute());
    }

    /** Writes what became of parked completions. */
    void updateStates(Collection<CourseCompletion> completions) {
        if (completions.isEmpty()) {
            return;
        }
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch("""
                    UPDATE course_completion SET state = :state, apprentice_id = :apprenticeId, parked_reason = :parkedReason
                    WHERE id = :id
                    """);
            completions.forEach(completion -> batch.bindMethods(completion).add());
            batch.execute();
        });
    }

    Optional<CourseCompletion> find(UUID id, Optional<UUID> onlyProvider) {
        return jdbi.withHandle(h -> h.createQuery(
                        COLUMNS + "WHERE c.id = :id AND (CAST(:provider AS uuid) IS NULL OR c.provider_id = :provider)")
                .bind("id", id)
                .bind("provider", onlyProvider.orElse(null))
                .map(RecordMapper.of(CourseCompletion.class))
                .findOne());
    }

    List<CourseCompletion> page(CompletionFilter filter, PageRequest page) {
        String first = " AND c.id > :after" + filter.conditions() + " ORDER BY c.id LIMIT :rows";
        String sql = filter.isOfEveryProvider()
                ? "SELECT c.* FROM provider p CROSS JOIN LATERAL (" + COLUMNS + " WHERE c.provider_id = p.id" + first
                        + ") AS c ORDER BY c.id LIMIT :rows"
                : COLUMNS + " WHERE true" + first;
        return jdbi.withHandle(h -> h.createQuery(sql)
                .bind("after", page.afterId())
                .bind("rows", page.rows())
                .bindMethods(filter)
                .map(RecordMapper.of(CourseCompletion.class))
                .list());
    }
}
