package org.dualtraining.plan.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Whose last plan was closed long enough ago, and who never had one and of whom nothing was heard for as long. */
@ApplicationScoped
class DueApprentices {

    private final Jdbi jdbi;
    private final Retention retention;
    private final Clock clock;

    @Inject
    DueApprentices(Jdbi jdbi, Retention retention, Clock clock) {
        this.jdbi = jdbi;
        this.retention = retention;
        this.clock = clock;
    }

    /** A duplicate is due with the apprentice that it was merged into. */
    List<Due> after(UUID apprenticeId, int rows) {
        Instant before = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .minusYears(retention.years())
                .toInstant();
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT a.id AS apprentice_id, a.employer_id, plans.closed_at AS last_plan_closed_at,
                            period.began_at AS period_began_at
                        FROM apprentice a CROSS JOIN LATERAL (
                            SELECT bool_and(p.status IN ('COMPLETED', 'CANCELLED')) AS are_closed,
                                max(greatest(p.created_at, (
                                    SELECT max(h.at) FROM plan_history h
                                    WHERE h.plan_id = p.id AND h.kind IN ('COMPLETED', 'CANCELLED', 'MERGED')))) AS closed_at
                            FROM training_plan p WHERE p.apprentice_id = a.id) AS plans
                        CROSS JOIN LATERAL (
                            SELECT coalesce(plans.closed_at, greatest(
                                (SELECT max(c.changed_at) FROM apprentice_change c WHERE c.apprentice_id = a.id),
                                (SELECT max(e.recorded_at) FROM evidence e WHERE e.apprentice_id = a.id))) AS began_at)
                            AS period
                        WHERE a.id > :after AND a.erased_at IS NULL AND a.merged_into IS NULL
                          AND coalesce(plans.are_closed, true) AND period.began_at < :before
                        ORDER BY a.id LIMIT :rows
                        """)
                .bind("after", apprenticeId)
                .bind("before", before)
                .bind("rows", rows)
                .map(RecordMapper.of(Due.class))
                .list());
    }

    /** Somebody whose data is due for erasure. */
    @Schema(name = "DueForErasure")
    public record Due(
            UUID apprenticeId,
            UUID employerId,

            @Schema(
                    description = "when the last of the apprentice's plans was completed or cancelled; absent for who"
                            + " never had one")
            @Nullable
            Instant lastPlanClosedAt,

            @Schema(
                    description = "since when the period runs: from the closing of the last plan; for who never had one"
                            + " from the last change of the entry or the last evidence")
            Instant periodBeganAt) {}
}
