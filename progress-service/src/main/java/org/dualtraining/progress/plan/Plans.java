package org.dualtraining.progress.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.progress.plan.PlanSnapshot.Line;
import org.dualtraining.progress.table.Columns;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Tables {@code plan} and {@code plan_line}, as far as snapshots decide: each plan as it was last heard of. */
@ApplicationScoped
class Plans {

    private final Jdbi jdbi;

    @Inject
    Plans(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<UUID, PlanHead> headsOf(Set<UUID> planIds) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                                SELECT plan_id, apprentice_id, epoch, version FROM plan WHERE plan_id = ANY (:plans)
                                """)
                        .bindArray("plans", UUID.class, planIds)
                        .map(RecordMapper.of(PlanHead.class))
                        .list())
                .stream()
                .collect(Collectors.toMap(PlanHead::planId, Function.identity()));
    }

    /** At most one snapshot per plan, each newer than what is stored. Credits stay with their competencies. */
    void store(Collection<PlanSnapshot> snapshots) {
        if (snapshots.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            storeHeads(handle, snapshots);
            List<UUID> plans = snapshots.stream().map(PlanSnapshot::planId).toList();
            handle.createUpdate("UPDATE plan_line SET is_on_plan = false WHERE plan_id = ANY (:plans)")
                    .bindArray("plans", UUID.class, plans)
                    .execute();
            storeLines(handle, snapshots);
            settleLines(handle, plans);
        });
    }

    /** A life that was undone by a restore does not count: what belongs to it is said again in the new epoch. */
    private static void settleLines(Handle handle, List<UUID> plans) {
        handle.createUpdate("""
                        UPDATE plan_line l SET state = 'OPEN', completed_on = NULL, rating = NULL, event_id = NULL,
                               credit_epoch = 0, credit_version = 0, credit_recorded_at = NULL
                        FROM plan p
                        WHERE p.plan_id = ANY (:plans) AND l.plan_id = p.plan_id
                          AND l.credit_epoch < p.epoch AND l.credit_version > 0
                        """).bindArray("plans", UUID.class, plans).execute();
        handle.createUpdate("""
                        DELETE FROM plan_line
                        WHERE plan_id = ANY (:plans) AND NOT is_on_plan AND credit_version = 0
                        """).bindArray("plans", UUID.class, plans).execute();
        // what an older snapshot said of it would be there or not, as the events came
        handle.createUpdate("""
                        UPDATE plan_line SET position = NULL, line_id = NULL, competency_name = NULL, delivery = NULL,
                               disposition = 'TRAIN', provider_id = NULL, provider_name = NULL,
                               anticipated_completion_date = NULL
                        WHERE plan_id = ANY (:plans) AND NOT is_on_plan AND delivery IS NOT NULL
                        """).bindArray("plans", UUID.class, plans).execute();
        handle.createUpdate("""
                        UPDATE plan_line l SET is_due = NOT l.is_due
                        FROM plan p
                        WHERE p.plan_id = ANY (:plans) AND l.plan_id = p.plan_id
                          AND l.is_due <> (p.status = 'ACTIVE' AND l.is_on_plan AND l.disposition <> 'EXCLUDED'
                                           AND l.state <> 'CREDITED' AND l.anticipated_completion_date IS NOT NULL)
                        """).bindArray("plans", UUID.class, plans).execute();
    }

    /** Where each apprentice is counted as a person: at the newest plan that is not cancelled. */
    void placePeople(Collection<UUID> apprenticeIds) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE plan p SET is_primary = (p.plan_id = first.plan_id)
                        FROM (SELECT DISTINCT ON (apprentice_id) apprentice_id, plan_id
                              FROM plan WHERE apprentice_id = ANY (:apprentices)
                              ORDER BY apprentice_id, (status = 'CANCELLED'), plan_id DESC) AS first
                        WHERE p.apprentice_id = first.apprentice_id AND p.is_primary <> (p.plan_id = first.plan_id)
                        """)
                .bindArray("apprentices", UUID.class, apprenticeIds)
                .execute());
    }

    /** A plan starts on the day it was first active, in whatever order its snapshots come. */
    void start(Collection<PlanSnapshot> snapshots) {
        List<PlanSnapshot> active = snapshots.stream()
                .filter(snapshot -> snapshot.status() == PlanStatus.ACTIVE)
                .toList();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE plan p SET started_on = least(p.started_on, heard.day)
                        FROM (SELECT plan_id, min(day::date) AS day FROM unnest(:plans, :days) AS active (plan_id, day)
                              GROUP BY plan_id) AS heard
                        WHERE p.plan_id = heard.plan_id AND p.started_on IS DISTINCT FROM least(p.started_on, heard.day)
                        """)
                .bindArray(
                        "plans",
                        UUID.class,
                        active.stream().map(PlanSnapshot::planId).toList())
                .bindArray(
                        "days",
                        String.class,
                        active.stream()
                                .map(snapshot -> LocalDate.ofInstant(snapshot.recordedAt(), ZoneOffset.UTC)
                                        .toString())
                                .toList())
                .execute());
    }

    /** A batch of statements, which the driver rewrites to one insert of many rows. */
    private static void storeHeads(Handle handle, Collection<PlanSnapshot> snapshots) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO plan
                    (plan_id, apprentice_id, employer_id, employer_name, framework_id, framework_version,
                     framework_title, occupation_id, occupation_title, target_certification_id, status,
                     attested, epoch, version, recorded_at)
                VALUES (:planId, :apprenticeId, :employerId, :employerName, :frameworkId, :frameworkVersion,
                     :frameworkTitle, :occupationId, :occupationTitle, :targetCertificationId, :status,
                     CAST(:attested AS jsonb), :epoch, :version, :recordedAt)
                ON CONFLICT (plan_id) DO UPDATE SET
                    employer_id = EXCLUDED.employer_id, employer_name = EXCLUDED.employer_name,
                    framework_id = EXCLUDED.framework_id, framework_version = EXCLUDED.framework_version,
                    framework_title = EXCLUDED.framework_title, occupation_id = EXCLUDED.occupation_id,
                    occupation_title = EXCLUDED.occupation_title,
                    target_certification_id = EXCLUDED.target_certification_id, status = EXCLUDED.status,
                    attested = EXCLUDED.attested, epoch = EXCLUDED.epoch, version = EXCLUDED.version, recorded_at = EXCLUDED.recorded_at
                WHERE (plan.epoch, plan.version) < (EXCLUDED.epoch, EXCLUDED.version)
                """);
        snapshots.forEach(snapshot -> batch.bindMethods(snapshot).add());
        batch.execute();
    }

    private static void storeLines(Handle handle, Collection<PlanSnapshot> snapshots) {
        List<PlacedLine> lines = new ArrayList<>();
        for (PlanSnapshot snapshot : snapshots) {
            int position = 0;
            for (Line line : snapshot.lines()) {
                lines.add(new PlacedLine(snapshot.planId(), ++position, line));
            }
        }
        Columns<PlacedLine> columns = new Columns<>(lines);
        handle.createUpdate("""
                        INSERT INTO plan_line
                            (plan_id, position, line_id, competency_id, competency_name, delivery, disposition,
                             provider_id, provider_name, anticipated_completion_date,
                             is_on_plan, is_due, state, credit_epoch, credit_version)
                        SELECT said.*, true, false, 'OPEN', 0, 0
                        FROM unnest(:plans, :positions, :lines, :competencies, :names, :deliveries, :dispositions,
                                    :providers, :providerNames, :days::date[]) AS said
                        ON CONFLICT (plan_id, competency_id) DO UPDATE SET
                            position = EXCLUDED.position, line_id = EXCLUDED.line_id, is_on_plan = true,
                            competency_name = EXCLUDED.competency_name, delivery = EXCLUDED.delivery,
                            disposition = EXCLUDED.disposition, provider_id = EXCLUDED.provider_id,
                            provider_name = EXCLUDED.provider_name,
                            anticipated_completion_date = EXCLUDED.anticipated_completion_date
                        """)
                .bindArray("plans", UUID.class, columns.of(PlacedLine::planId))
                .bindArray("positions", Integer.class, columns.of(PlacedLine::position))
                .bindArray(
                        "lines", UUID.class, columns.of(placed -> placed.line().lineId()))
                .bindArray("competencies", UUID.class, columns.of(placed -> placed.line()
                        .competencyId()))
                .bindArray("names", String.class, columns.of(placed -> placed.line()
                        .competencyName()))
                .bindArray("deliveries", String.class, columns.of(placed -> placed.line()
                        .delivery()
                        .name()))
                .bindArray("dispositions", String.class, columns.of(placed -> placed.line()
                        .disposition()
                        .name()))
                .bindArray("providers", UUID.class, columns.of(placed -> placed.line()
                        .providerId()))
                .bindArray("providerNames", String.class, columns.of(placed -> placed.line()
                        .providerName()))
                .bindArray("days", String.class, columns.of(Plans::anticipated))
                .execute();
    }

    private static @Nullable String anticipated(PlacedLine placed) {
        LocalDate day = placed.line().anticipatedCompletionDate();
        return day == null ? null : day.toString();
    }

    private record PlacedLine(UUID planId, int position, Line line) {}
}
