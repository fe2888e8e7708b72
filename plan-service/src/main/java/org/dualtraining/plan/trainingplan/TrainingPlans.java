package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The training plans, each read whole; their lines are written by {@link PlanLines}. */
@ApplicationScoped
class TrainingPlans {

    private final Jdbi jdbi;

    @Inject
    TrainingPlans(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<TrainingPlan> find(UUID id) {
        return all(List.of(id)).stream().findFirst();
    }

    /** Those of the plans that exist. */
    List<TrainingPlan> all(Collection<UUID> ids) {
        return jdbi.withHandle(h -> withLines(
                h,
                h.createQuery(PlanRows.PLAN + " WHERE p.id = ANY (:ids) ORDER BY p.id")
                        .bindArray("ids", UUID.class, ids.toArray())
                        .map(PlanRows::plan)
                        .list()));
    }

    /** A plan that was found, as it is now. */
    TrainingPlan get(UUID id) {
        return find(id).orElseThrow();
    }

    /** The plan as it is now, which nobody else changes until the commit. */
    Optional<TrainingPlan> lock(TrainingPlan read) {
        lockApprentices(List.of(read.apprenticeId()));
        return find(read.id());
    }

    /** The plans of these apprentices that take credit; nobody else changes them until the commit. */
    List<TrainingPlan> lockCreditedOf(Collection<UUID> apprenticeIds) {
        lockApprentices(apprenticeIds);
        return jdbi.withHandle(h -> withLines(
                h,
                h
                        .createQuery(PlanRows.PLAN + " WHERE p.apprentice_id = ANY (:apprentices) ORDER BY p.id")
                        .bindArray("apprentices", UUID.class, apprenticeIds.toArray())
                        .map(PlanRows::plan)
                        .stream()
                        .filter(plan -> plan.status().takesCredit())
                        .toList()));
    }

    /** All plans of an apprentice that is locked. */
    List<TrainingPlan> of(UUID apprenticeId) {
        return jdbi.withHandle(h -> withLines(
                h,
                h.createQuery(PlanRows.PLAN + " WHERE p.apprentice_id = :apprentice ORDER BY p.id")
                        .bind("apprentice", apprenticeId)
                        .map(PlanRows::plan)
                        .list()));
    }

    /** The plans of locked apprentices that take credit, with only the lines for these competencies. */
    List<TrainingPlan> creditedWith(Set<TouchedCompetency> touched) {
        Object[] apprentices =
                touched.stream().map(TouchedCompetency::apprenticeId).toArray();
        Object[] competencies =
                touched.stream().map(TouchedCompetency::competencyId).toArray();
        return jdbi.withHandle(h -> {
            Map<UUID, List<PlanLine>> lines = h
                    .createQuery(PlanRows.LINE + """
                             JOIN training_plan p ON p.id = l.plan_id
                            JOIN unnest(:apprentices, :competencies) AS t (apprentice_id, competency_id)
                              ON t.apprentice_id = p.apprentice_id AND t.competency_id = l.competency_id
                            """)
                    .bindArray("apprentices", UUID.class, apprentices)
                    .bindArray("competencies", UUID.class, competencies)
                    .map(PlanRows::line)
                    .stream()
                    .collect(Collectors.groupingBy(PlanLine::planId));
            return h
                    .createQuery(PlanRows.PLAN + " WHERE p.id = ANY (:plans) ORDER BY p.id")
                    .bindArray("plans", UUID.class, lines.keySet().toArray())
                    .map(PlanRows::plan)
                    .stream()
                    .filter(plan -> plan.status().takesCredit())
                    .map(plan -> plan.withLines(lines.getOrDefault(plan.id(), List.of())))
                    .toList();
        });
    }

    /**
     * One lock for all that an apprentice's credits rest on, plans that are just being made included. Taken in the order
     * of ids, so that no two callers deadlock; what is read after it sees what others committed before.
     */
    void lockApprentices(Collection<UUID> apprenticeIds) {
        jdbi.useHandle(
                h -> h.createQuery("SELECT id FROM apprentice WHERE id = ANY (:ids) ORDER BY id FOR NO KEY UPDATE")
                        .bindArray("ids", UUID.class, apprenticeIds.toArray())
                        .mapTo(UUID.class)
                        .list());
    }

    /** The next plans after one, in the order of their ids, which nobody else changes until the commit. */
    List<UUID> lockNext(UUID after, int limit) {
        Map<UUID, UUID> apprentices = jdbi.withHandle(h -> h.createQuery("""
                        SELECT id, apprentice_id FROM training_plan WHERE id > :after ORDER BY id LIMIT :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .reduceResultSet(new LinkedHashMap<>(), (next, row, context) -> {
                    next.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                    return next;
                }));
        lockApprentices(apprentices.values());
        return List.copyOf(apprentices.keySet());
    }

    void insert(Collection<TrainingPlan> plans, Instant now) {
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch("""
                    INSERT INTO training_plan (id, apprentice_id, employer_id, framework_id, framework_version,
                        framework_title, occupation_id, occupation_title, target_certification_id, status, epoch,
                        version, created_at)
                    VALUES (:id, :apprenticeId, :employerId, :frameworkId, :frameworkVersion, :frameworkTitle,
                        :occupationId, :occupationTitle, :targetCertificationId, :status,
                        (SELECT epoch FROM service_epoch), :version, :now)
                    """);
            plans.forEach(plan -> batch.bindMethods(plan).bind("now", now).add());
            batch.execute();
        });
    }

    void updateHeads(Collection<TrainingPlan> plans) {
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch("""
                    UPDATE training_plan SET status = :status, version = :version,
                        framework_version = :frameworkVersion, framework_title = :frameworkTitle,
                        occupation_title = :occupationTitle, target_certification_id = :targetCertificationId
                    WHERE id = :id
                    """);
            plans.forEach(plan -> batch.bindMethods(plan).add());
            batch.execute();
        });
    }

    void raiseVersions(Collection<TrainingPlan> plans) {
        jdbi.useHandle(h -> h.createUpdate("""
                        UPDATE training_plan p SET version = n.version FROM unnest(:ids, :versions) AS n (id, version)
                        WHERE p.id = n.id
                        """)
                .bindArray(
                        "ids", UUID.class, plans.stream().map(TrainingPlan::id).toArray())
                .bindArray(
                        "versions",
                        Long.class,
                        plans.stream().map(TrainingPlan::version).toArray())
                .execute());
    }

    /** Plans whose apprentices are locked, as they go on in a later epoch. */
    void enterEpoch(Collection<TrainingPlan> plans) {
        jdbi.useHandle(h -> {
            PreparedBatch batch =
                    h.prepareBatch("UPDATE training_plan SET epoch = :epoch, version = :version WHERE id = :id");
            plans.forEach(plan -> batch.bindMethods(plan).add());
            batch.execute();
        });
    }

    boolean hasAnotherInForce(TrainingPlan plan) {
        return jdbi.withHandle(
                h -> h.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM training_plan
                            WHERE apprentice_id = :apprenticeId AND occupation_id = :occupationId AND id <> :id
                              AND status IN ('ACTIVE', 'SUSPENDED'))
                        """).bindMethods(plan).mapTo(Boolean.class).one());
    }

    /** A plan of each of these apprentices for the occupation that is not closed; absent where there is none. */
    Map<UUID, UUID> openOf(Collection<UUID> apprenticeIds, UUID occupationId) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT DISTINCT ON (apprentice_id) apprentice_id, id FROM training_plan
                        WHERE apprentice_id = ANY (:apprentices) AND occupation_id = :occupation
                          AND status NOT IN ('COMPLETED', 'CANCELLED')
                        ORDER BY apprentice_id, id
                        """)
                .bindArray("apprentices", UUID.class, apprenticeIds.toArray())
                .bind("occupation", occupationId)
                .reduceResultSet(new HashMap<>(), (open, row, context) -> {
                    open.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                    return open;
                }));
    }

    Map<UUID, Set<UUID>> creditedBy(Collection<UUID> references) {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT credit_reference, competency_id FROM plan_line WHERE credit_reference = ANY (:references)")
                .bindArray("references", UUID.class, references.toArray())
                .reduceResultSet(new HashMap<>(), (credited, row, context) -> {
                    credited.computeIfAbsent(row.getObject(1, UUID.class), r -> new HashSet<>())
                            .add(row.getObject(2, UUID.class));
                    return credited;
                }));
    }

    private static List<TrainingPlan> withLines(Handle h, List<TrainingPlan> heads) {
        Map<UUID, List<PlanLine>> lines = h
                .createQuery(PlanRows.LINE + " WHERE l.plan_id = ANY (:plans) ORDER BY l.plan_id, l.ordinal")
                .bindArray(
                        "plans",
                        UUID.class,
                        heads.stream().map(TrainingPlan::id).toArray())
                .map(PlanRows::line)
                .stream()
                .collect(Collectors.groupingBy(PlanLine::planId));
        return heads.stream()
                .map(head -> head.withLines(lines.getOrDefault(head.id(), List.of())))
                .toList();
    }
}
