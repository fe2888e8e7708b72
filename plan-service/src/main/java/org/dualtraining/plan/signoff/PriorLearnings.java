package org.dualtraining.plan.signoff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.PageRequest;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All evidence of prior learning, corrected and withdrawn ones included. */
@ApplicationScoped
class PriorLearnings {

    private static final String SELECT = """
            SELECT p.id, p.line_id, p.description, p.evidence_url, p.assessed_on, p.recorded_at, p.corrects,
                newer.id AS corrected_by, p.withdrawn_at, p.withdrawal_reason, NULL AS line_state
            FROM prior_learning p LEFT JOIN prior_learning newer ON newer.corrects = p.id
            """;

    private final Jdbi jdbi;

    @Inject
    PriorLearnings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(UUID id, UUID lineId, PriorLearningInput input, @Nullable UUID request, Instant now) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO prior_learning
                            (id, line_id, description, evidence_url, assessed_on, recorded_at, corrects,
                            request_id)
                        VALUES (:id, :line, :description, :evidenceUrl, :assessedOn, :now, :corrects, :request)
                        """)
                .bindMethods(input)
                .bind("id", id)
                .bind("line", lineId)
                .bind("now", now)
                .bindByType("request", request, UUID.class)
                .execute());
    }

    void withdraw(UUID id, String reason, Instant now) {
        jdbi.useHandle(h -> h.createUpdate(
                        "UPDATE prior_learning SET withdrawn_at = :now, withdrawal_reason = :reason WHERE id = :id")
                .bind("id", id)
                .bind("reason", reason)
                .bind("now", now)
                .execute());
    }

    /** What was recorded under this request, if it is one that can be known again. */
    Optional<PriorLearning> ofRequest(@Nullable UUID request) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + " WHERE p.request_id = :request")
                .bindByType("request", request, UUID.class)
                .map(RecordMapper.of(PriorLearning.class))
                .findOne());
    }

    Optional<PriorLearning> find(UUID lineId, UUID id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + " WHERE p.line_id = :line AND p.id = :id")
                .bind("line", lineId)
                .bind("id", id)
                .map(RecordMapper.of(PriorLearning.class))
                .findOne());
    }

    List<PriorLearning> page(UUID lineId, PageRequest page) {
        return jdbi.withHandle(
                h -> h.createQuery(SELECT + " WHERE p.line_id = :line AND p.id > :after ORDER BY p.id LIMIT :rows")
                        .bind("line", lineId)
                        .bind("after", page.afterId())
                        .bind("rows", page.rows())
                        .map(RecordMapper.of(PriorLearning.class))
                        .list());
    }
}
