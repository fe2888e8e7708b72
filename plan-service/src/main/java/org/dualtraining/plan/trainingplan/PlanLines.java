package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes the lines of plans whose apprentices are locked. */
@ApplicationScoped
class PlanLines {

    private final Jdbi jdbi;

    @Inject
    PlanLines(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(Collection<PlanLine> lines) {
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch("""
                    INSERT INTO plan_line (id, plan_id, ordinal, competency_id, competency_name, core, minimum_rating,
                        delivery, disposition, reason, course_name, course_description, provider_id,
                        anticipated_completion_date)
                    VALUES (:id, :planId, :ordinal, :competencyId, :competencyName, :core, :minimumRating, :t.delivery,
                        :t.disposition, :t.reason, :t.courseName, :t.courseDescription, :t.providerId,
                        :t.anticipatedCompletionDate)
                    """);
            lines.forEach(line ->
                    batch.bindMethods(line).bindMethods("t", line.terms()).add());
            batch.execute();
        });
    }

    /** Makes the lines of one plan what they are to be: none ever goes away, credits stay as they are. */
    void amend(List<PlanLine> before, List<PlanLine> after) {
        if (before.equals(after)) {
            return;
        }
        Map<UUID, PlanLine> old = before.stream().collect(Collectors.toMap(PlanLine::id, Function.identity()));
        List<PlanLine> kept =
                after.stream().filter(line -> old.containsKey(line.id())).toList();
        reorder(kept);
        updateTerms(
                kept.stream().filter(line -> !line.equals(old.get(line.id()))).toList());
        insert(after.stream().filter(line -> !old.containsKey(line.id())).toList());
    }

    /** In one statement, because places are unique when it ends and not on the way. */
    private void reorder(List<PlanLine> lines) {
        jdbi.useHandle(h -> h.createUpdate("""
                        UPDATE plan_line l SET ordinal = n.ordinal FROM unnest(:ids, :ordinals) AS n (id, ordinal)
                        WHERE l.id = n.id AND l.ordinal <> n.ordinal
                        """)
                .bindArray("ids", UUID.class, lines.stream().map(PlanLine::id).toArray())
                .bindArray(
                        "ordinals",
                        Integer.class,
                        lines.stream().map(PlanLine::ordinal).toArray())
                .execute());
    }

    private void updateTerms(Collection<PlanLine> lines) {
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch("""
                    UPDATE plan_line SET delivery = :t.delivery, disposition = :t.disposition, reason = :t.reason,
                        course_name = :t.courseName, course_description = :t.courseDescription,
                        provider_id = :t.providerId, anticipated_completion_date = :t.anticipatedCompletionDate,
                        competency_name = :competencyName, core = :core, minimum_rating = :minimumRating
                    WHERE id = :id
                    """);
            lines.forEach(line ->
                    batch.bindMethods(line).bindMethods("t", line.terms()).add());
            batch.execute();
        });
    }

    /** What people wrote: why something is excluded, and what of a course is meant. */
    void eraseTexts(Collection<UUID> planIds) {
        jdbi.useHandle(h -> h.createUpdate("""
                        UPDATE plan_line SET course_description = NULL,
                            reason = CASE WHEN reason IS NULL THEN NULL ELSE 'erased' END
                        WHERE plan_id = ANY (:plans) AND (reason IS NOT NULL OR course_description IS NOT NULL)
                        """)
                .bindArray("plans", UUID.class, planIds.toArray())
                .execute());
    }

    void updateCredits(List<PlanLine> lines) {
        jdbi.useHandle(h -> h.createUpdate("""
                        UPDATE plan_line l SET state = n.state, credit_basis = n.basis, credit_completed_on = n.completed_on,
                            credit_rating = n.rating, credit_provider_id = n.provider, credit_reference = n.reference,
                            credit_event_id = n.event
                        FROM unnest(:ids, :states, :bases, CAST(:days AS date[]), :ratings, :providers, :references,
                            :events) AS n (id, state, basis, completed_on, rating, provider, reference, event)
                        WHERE l.id = n.id
                        """)
                .bindArray("ids", UUID.class, lines.stream().map(PlanLine::id).toArray())
                .bindArray(
                        "states",
                        String.class,
                        lines.stream().map(line -> line.state().name()).toArray())
                .bindArray("bases", String.class, of(lines, credit -> credit.basis()
                        .name()))
                .bindArray("days", String.class, of(lines, credit -> credit.completedOn()
                        .toString()))
                .bindArray("ratings", Integer.class, of(lines, LineCredit::rating))
                .bindArray("providers", UUID.class, of(lines, LineCredit::providerId))
                .bindArray("references", UUID.class, of(lines, LineCredit::reference))
                .bindArray(
                        "events",
                        UUID.class,
                        lines.stream().map(PlanLine::creditEventId).toArray())
                .execute());
    }

    /** One member of each line's credit; null where there is no credit. */
    private static @Nullable Object[] of(List<PlanLine> lines, Function<LineCredit, @Nullable Object> member) {
        @Nullable Object[] members = new @Nullable Object[lines.size()];
        for (int i = 0; i < members.length; i++) {
            @Nullable LineCredit credit = lines.get(i).credit();
            members[i] = credit == null ? null : member.apply(credit);
        }
        return members;
    }
}
