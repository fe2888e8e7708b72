package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.kit.page.PageRequest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The training plans, each read and written whole. */
@ApplicationScoped
class TrainingPlans {

    private final Jdbi jdbi;

    @Inject
    TrainingPlans(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<TrainingPlan> find(UUID id) {
        return jdbi.withHandle(
                h -> withLines(
                                h,
                                h.createQuery(PlanRows.PLAN + " WHERE p.id = :id")
                                        .bind("id", id)
                                        .map(PlanRows::plan)
                                        .list())
                        .stream()
                        .findFirst());
    }

    /** A plan that was found, as it is now. */
    TrainingPlan get(UUID id) {
        return find(id).orElseThrow();
    }

    /** The plan, which nobody else changes until the commit. */
    Optional<TrainingPlan> lock(UUID id) {
        find(id).ifPresent(plan -> lockApprentices(List.of(plan.apprenticeId())));
        return find(id);
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

    /**
     * One lock for all that an apprentice's credits rest on, plans that are just being made included. Taken in the order
     * of ids, so that no two callers deadlock; what is read after it sees what others committed before.
     */
    private void lockApprentices(Collection<UUID> apprenticeIds) {
        jdbi.useHandle(
                h -> h.createQuery("SELECT id FROM apprentice WHERE id = ANY (:ids) ORDER BY id FOR NO KEY UPDATE")
                        .bindArray("ids", UUID.class, apprenticeIds.toArray())
                        .mapTo(UUID.class)
                        .list());
    }

    List<TrainingPlan> page(PlanFilter filter, PageRequest page) {
        return jdbi.withHandle(h -> withLines(
                h,
                h.createQuery(PlanRows.PLAN + """
                                         WHERE p.id > :after
                                          AND (CAST(:employerId AS uuid) IS NULL OR p.employer_id = :employerId)
                                          AND (CAST(:apprenticeId AS uuid) IS NULL OR p.apprentice_id = :apprenticeId)
                                          AND (CAST(:callerEmployerId AS uuid) IS NULL OR p.employer_id = :callerEmployerId)
                                          AND (CAST(:callerApprenticeId AS uuid) IS NULL
                                              OR p.apprentice_id = :callerApprenticeId)
                                          AND (CAST(:status AS text) IS NULL OR p.status = :status)
                                        ORDER BY p.id LIMIT :rows
                                        """)
                        .bind("after", page.afterId())
                        .bind("rows", page.rows())
                        .bindMethods(filter)
                        .map(PlanRows::plan)
                        .list()));
    }

    void insert(TrainingPlan plan, Instant now) {
        jdbi.useHandle(h -> {
            h.createUpdate("""
                            INSERT INTO training_plan (id, apprentice_id, employer_id, framework_id, framework_version,
                                framework_title, occupation_id, occupation_title, target_certification_id, status, epoch,
                                version, created_at)
                            VALUES (:id, :apprenticeId, :employerId, :frameworkId, :frameworkVersion, :frameworkTitle,
                                :occupationId, :occupationTitle, :targetCertificationId, :status, :epoch, :version, :now)
                            """).bindMethods(plan).bind("now", now).execute();
            PreparedBatch batch = h.prepareBatch("""
                    INSERT INTO plan_line (id, plan_id, ordinal, competency_id, competency_name, core, minimum_rating,
                        delivery, disposition, reason, course_name, course_description, provider_id,
                        anticipated_completion_date)
                    VALUES (:id, :planId, :ordinal, :competencyId, :competencyName, :core, :minimumRating, :t.delivery,
                        :t.disposition, :t.reason, :t.courseName, :t.courseDescription, :t.providerId,
                        :t.anticipatedCompletionDate)
                    """);
            plan.lines().forEach(line -> batch.bindMethods(line)
                    .bindMethods("t", line.terms())
                    .add());
            batch.execute();
        });
    }

    void updateHeads(Collection<TrainingPlan> plans) {
        jdbi.useHandle(h -> {
            PreparedBatch batch =
                    h.prepareBatch("UPDATE training_plan SET status = :status, version = :version WHERE id = :id");
            plans.forEach(plan -> batch.bindMethods(plan).add());
            batch.execute();
        });
    }

    void updateTerms(PlanLine line) {
        jdbi.useHandle(h -> h.createUpdate("""
                        UPDATE plan_line SET delivery = :t.delivery, disposition = :t.disposition, reason = :t.reason,
                            course_name = :t.courseName, course_description = :t.courseDescription,
                            provider_id = :t.providerId, anticipated_completion_date = :t.anticipatedCompletionDate,
                            minimum_rating = :minimumRating
                        WHERE id = :id
                        """)
                .bindMethods(line)
                .bindMethods("t", line.terms())
                .execute());
    }

    void updateCredits(Collection<PlanLine> lines) {
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch("""
                    UPDATE plan_line SET state = :state, credit_basis = :basis, credit_completed_on = :completedOn,
                        credit_rating = :rating, credit_provider_id = :provider, credit_reference = :reference,
                        credit_event_id = :creditEventId
                    WHERE id = :id
                    """);
            for (PlanLine line : lines) {
                @Nullable LineCredit credit = line.credit();
                batch.bindMethods(line)
                        .bind("basis", credit == null ? null : credit.basis())
                        .bind("completedOn", credit == null ? null : credit.completedOn())
                        .bind("rating", credit == null ? null : credit.rating())
                        .bind("provider", credit == null ? null : credit.providerId())
                        .bind("reference", credit == null ? null : credit.reference())
                        .add();
            }
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
