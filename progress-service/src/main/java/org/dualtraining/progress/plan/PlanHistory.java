package org.dualtraining.progress.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Table {@code plan_fact}: every snapshot that was ever heard of, because the topic is compacted and forgets. */
@ApplicationScoped
class PlanHistory {

    private final Jdbi jdbi;

    @Inject
    PlanHistory(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return the ids of the events whose (plan, epoch, version) was kept before */
    Set<UUID> append(List<PlanSnapshot> snapshots, Instant now) {
        Set<UUID> appended = jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO plan_fact (plan_id, epoch, version, event_id, snapshot, recorded_at, applied_at)
                        SELECT plan_id, epoch, version, event_id, snapshot::jsonb, recorded_at, :now
                        FROM unnest(:plans, :epochs, :versions, :events, :snapshots, :recorded::timestamptz[])
                            AS heard (plan_id, epoch, version, event_id, snapshot, recorded_at)
                        ON CONFLICT DO NOTHING
                        RETURNING event_id
                        """)
                .bind("now", now)
                .bindArray(
                        "plans",
                        UUID.class,
                        snapshots.stream().map(PlanSnapshot::planId).toList())
                .bindArray(
                        "epochs",
                        Integer.class,
                        snapshots.stream().map(PlanSnapshot::epoch).toList())
                .bindArray(
                        "versions",
                        Long.class,
                        snapshots.stream().map(PlanSnapshot::version).toList())
                .bindArray(
                        "events",
                        UUID.class,
                        snapshots.stream().map(PlanSnapshot::eventId).toList())
                .bindArray(
                        "snapshots",
                        String.class,
                        snapshots.stream()
                                .map(snapshot -> snapshot.content().toString())
                                .toList())
                .bindArray(
                        "recorded",
                        String.class,
                        snapshots.stream()
                                .map(snapshot -> snapshot.recordedAt().toString())
                                .toList())
                .mapTo(UUID.class)
                .set());
        return snapshots.stream()
                .map(PlanSnapshot::eventId)
                .filter(event -> !appended.contains(event))
                .collect(Collectors.toSet());
    }

    /** Whether what is kept under the snapshot's version has the same content. */
    boolean keepsTheSame(PlanSnapshot snapshot) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT snapshot - 'recordedAt' = CAST(:snapshot AS jsonb) - 'recordedAt' FROM plan_fact
                        WHERE plan_id = :plan AND epoch = :epoch AND version = :version
                        """)
                .bind("snapshot", snapshot.content().toString())
                .bind("plan", snapshot.planId())
                .bind("epoch", snapshot.epoch())
                .bind("version", snapshot.version())
                .mapTo(Boolean.class)
                .one());
    }
}
