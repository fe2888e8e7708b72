package org.dualtraining.progress.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.progress.plan.PlanSnapshot.Line;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Tables {@code plan} and {@code plan_line}: each plan as it was last heard of. */
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
                        .map(ConstructorMapper.of(PlanHead.class))
                        .list())
                .stream()
                .collect(Collectors.toMap(PlanHead::planId, Function.identity()));
    }

    /** At most one snapshot per plan, each newer than what is stored. */
    void store(Collection<PlanSnapshot> snapshots) {
        if (snapshots.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            storeHeads(handle, snapshots);
            handle.createUpdate("DELETE FROM plan_line WHERE plan_id = ANY (:plans)")
                    .bindArray(
                            "plans",
                            UUID.class,
                            snapshots.stream().map(PlanSnapshot::planId).toList())
                    .execute();
            storeLines(handle, snapshots);
        });
    }

    /** A batch of statements, which the driver rewrites to one insert of many rows. */
    private static void storeHeads(Handle handle, Collection<PlanSnapshot> snapshots) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO plan
                    (plan_id, apprentice_id, employer_id, employer_name, framework_id, framework_version,
                     framework_title, occupation_id, occupation_title, target_certification_id, status,
                     epoch, version, recorded_at)
                VALUES (:planId, :apprenticeId, :employerId, :employerName, :frameworkId, :frameworkVersion,
                     :frameworkTitle, :occupationId, :occupationTitle, :targetCertificationId, :status,
                     :epoch, :version, :recordedAt)
                ON CONFLICT (plan_id) DO UPDATE SET
                    employer_id = EXCLUDED.employer_id, employer_name = EXCLUDED.employer_name,
                    framework_id = EXCLUDED.framework_id, framework_version = EXCLUDED.framework_version,
                    framework_title = EXCLUDED.framework_title, occupation_id = EXCLUDED.occupation_id,
                    occupation_title = EXCLUDED.occupation_title,
                    target_certification_id = EXCLUDED.target_certification_id, status = EXCLUDED.status,
                    epoch = EXCLUDED.epoch, version = EXCLUDED.version, recorded_at = EXCLUDED.recorded_at
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
        handle.createUpdate("""
                        INSERT INTO plan_line
                            (plan_id, position, line_id, competency_id, competency_name, delivery, disposition,
                             provider_id, provider_name, core, minimum_rating, anticipated_completion_date)
                        SELECT * FROM unnest(:plans, :positions, :lines, :competencies, :names, :deliveries,
                                             :dispositions, :providers, :providerNames, :core::boolean[],
                                             :ratings, :days::date[])
                        """)
                .bindArray("plans", UUID.class, column(lines, PlacedLine::planId))
                .bindArray("positions", Integer.class, column(lines, PlacedLine::position))
                .bindArray("lines", UUID.class, column(lines, placed -> placed.line()
                        .lineId()))
                .bindArray("competencies", UUID.class, column(lines, placed -> placed.line()
                        .competencyId()))
                .bindArray("names", String.class, column(lines, placed -> placed.line()
                        .competencyName()))
                .bindArray("deliveries", String.class, column(lines, placed -> placed.line()
                        .delivery()
                        .name()))
                .bindArray("dispositions", String.class, column(lines, placed -> placed.line()
                        .disposition()
                        .name()))
                .bindArray("providers", UUID.class, column(lines, placed -> placed.line()
                        .providerId()))
                .bindArray("providerNames", String.class, column(lines, placed -> placed.line()
                        .providerName()))
                .bindArray(
                        "core",
                        String.class,
                        column(lines, placed -> String.valueOf(placed.line().core())))
                .bindArray("ratings", Integer.class, column(lines, placed -> placed.line()
                        .minimumRating()))
                .bindArray("days", String.class, column(lines, Plans::anticipated))
                .execute();
    }

    private static @Nullable String anticipated(PlacedLine placed) {
        LocalDate day = placed.line().anticipatedCompletionDate();
        return day == null ? null : day.toString();
    }

    private static <R extends @Nullable Object> List<R> column(List<PlacedLine> lines, Function<PlacedLine, R> value) {
        List<R> column = new ArrayList<>(lines.size());
        lines.forEach(line -> column.add(value.apply(line)));
        return column;
    }

    private record PlacedLine(UUID planId, int position, Line line) {}
}
