package org.dualtraining.progress.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.progress.event.KeptJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Plans as they were known at a time, whatever has been said since: one query per table for any number of plans. */
@ApplicationScoped
public class PlanFold {

    private final Jdbi jdbi;

    @Inject
    PlanFold(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those of the plans that were known then, in the order of their ids. */
    public List<FoldedPlan> of(Collection<UUID> planIds, Instant knownAt) {
        if (planIds.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> {
            List<Snapshot> snapshots = snapshots(handle, planIds, knownAt);
            Map<UUID, Map<UUID, FoldedCredit>> credits = credits(handle, snapshots, knownAt);
            return snapshots.stream()
                    .map(latest -> FoldedPlan.of(
                            latest.planId(),
                            latest.eventId(),
                            latest.epoch(),
                            latest.version(),
                            KeptJson.read(latest.content()),
                            credits.getOrDefault(latest.planId(), Map.of())))
                    .toList();
        });
    }

    private static List<Snapshot> snapshots(Handle handle, Collection<UUID> planIds, Instant knownAt) {
        return handle.createQuery("""
                        SELECT DISTINCT ON (plan_id) plan_id, event_id, epoch, version, snapshot::text AS content
                        FROM plan_fact WHERE plan_id = ANY (:plans) AND recorded_at <= :knownAt
                        ORDER BY plan_id, epoch DESC, version DESC
                        """)
                .bindArray("plans", UUID.class, planIds)
                .bind("knownAt", knownAt)
                .map(RecordMapper.of(Snapshot.class))
                .list();
    }

    /** What was credited in another life of the plan does not count. */
    private static Map<UUID, Map<UUID, FoldedCredit>> credits(
            Handle handle, List<Snapshot> snapshots, Instant knownAt) {
        Map<UUID, Map<UUID, FoldedCredit>> byPlan = new HashMap<>();
        handle.createQuery("""
                        SELECT DISTINCT ON (f.plan_id, f.competency_id) f.plan_id, f.competency_id,
                               f.kind = 'REVOKED' AS is_revoked, f.completed_on, f.rating, f.event_id, f.version
                        FROM unnest(:plans, :epochs) AS known (plan_id, epoch)
                        JOIN credit_fact f ON f.plan_id = known.plan_id AND f.epoch = known.epoch
                        WHERE f.recorded_at <= :knownAt
                        ORDER BY f.plan_id, f.competency_id, f.version DESC
                        """)
                .bindArray(
                        "plans",
                        UUID.class,
                        snapshots.stream().map(Snapshot::planId).toList())
                .bindArray(
                        "epochs",
                        Integer.class,
                        snapshots.stream().map(Snapshot::epoch).toList())
                .bind("knownAt", knownAt)
                .map(RecordMapper.of(FoldedCredit.class))
                .forEach(credit -> byPlan.computeIfAbsent(credit.planId(), plan -> new HashMap<>())
                        .put(credit.competencyId(), credit));
        return byPlan;
    }

    /** The latest of a plan's snapshots; public because Jdbi makes it. */
    public record Snapshot(UUID planId, UUID eventId, int epoch, long version, String content) {}
}
