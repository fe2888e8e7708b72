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

/** All sign-offs, corrected ones included. */
@ApplicationScoped
class SignOffs {

    private static final String SELECT = """
            SELECT s.id, s.line_id, s.rating, s.assessor, s.assessed_on, s.note, s.recorded_at, s.corrects,
                newer.id AS corrected_by, NULL AS line_state
            FROM sign_off s LEFT JOIN sign_off newer ON newer.corrects = s.id
            """;

    private final Jdbi jdbi;

    @Inject
    SignOffs(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(UUID id, UUID lineId, SignOffInput input, @Nullable UUID request, Instant now) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO sign_off (id, line_id, rating, assessor, assessed_on, note, recorded_at, corrects,
                            request_id)
                        VALUES (:id, :line, :rating, :assessor, :assessedOn, :note, :now, :corrects, :request)
                        """)
                .bindMethods(input)
                .bind("id", id)
                .bind("line", lineId)
                .bind("now", now)
                .bindByType("request", request, UUID.class)
                .execute());
    }

    /** What was recorded under this request, if it is one that can be known again. */
    Optional<SignOff> ofRequest(@Nullable UUID request) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + " WHERE s.request_id = :request")
                .bindByType("request", request, UUID.class)
                .map(RecordMapper.of(SignOff.class))
                .findOne());
    }

    Optional<SignOff> find(UUID lineId, UUID id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + " WHERE s.line_id = :line AND s.id = :id")
                .bind("line", lineId)
                .bind("id", id)
                .map(RecordMapper.of(SignOff.class))
                .findOne());
    }

    List<SignOff> page(UUID lineId, PageRequest page) {
        return jdbi.withHandle(
                h -> h.createQuery(SELECT + " WHERE s.line_id = :line AND s.id > :after ORDER BY s.id LIMIT :rows")
                        .bind("line", lineId)
                        .bind("after", page.afterId())
                        .bind("rows", page.rows())
                        .map(RecordMapper.of(SignOff.class))
                        .list());
    }
}
