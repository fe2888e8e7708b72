package org.dualtraining.progress.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.progress.eligibility.EligibilityChange;
import org.dualtraining.progress.plan.LineChange;
import org.dualtraining.progress.plan.LineStanding;
import org.dualtraining.progress.plan.PlanChange;
import org.dualtraining.progress.plan.PlanStanding;
import org.dualtraining.progress.plan.PlanStatus;
import org.dualtraining.progress.rollup.Cell.Grain;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What eligible plans add to the figures. A plan that flips and a plan that moves to another employer are read as they are
 * now; how they were follows from what changed.
 */
@ApplicationScoped
class EligiblePlans {

    private final Jdbi jdbi;

    @Inject
    EligiblePlans(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Sums<Cell<UUID>> differences(Collection<PlanChange> changes, Collection<EligibilityChange> flips) {
        Map<UUID, PlanChange> moved = changes.stream()
                .filter(EligiblePlans::hasMoved)
                .collect(
                        Collectors.toMap(change -> standing(change).planId(), change -> change, (first, last) -> last));
        Map<UUID, Map<UUID, Boolean>> wasEligible = new HashMap<>();
        flips.forEach(flip -> wasEligible
                .computeIfAbsent(flip.plan().planId(), plan -> new HashMap<>())
                // the first flip of a batch tells how it was before
                .putIfAbsent(flip.certificationId(), !flip.eligible()));
        Set<UUID> ids = new HashSet<>(moved.keySet());
        ids.addAll(wasEligible.keySet());
        Sums<Cell<UUID>> sums = new Sums<>();
        if (ids.isEmpty()) {
            return sums;
        }
        read(ids).forEach((planId, now) -> {
            Set<UUID> before = new HashSet<>(now.certifications());
            wasEligible.getOrDefault(planId, Map.of()).forEach((certification, was) -> {
                if (was) {
                    before.add(certification);
                } else {
                    before.remove(certification);
                }
            });
            add(sums, before(now.standing(), moved.get(planId)), before, -1);
            add(sums, now.standing(), now.certifications(), 1);
        });
        return sums;
    }

    /** A plan that was unknown cannot have been eligible: what it is now, its flips say. */
    private static boolean hasMoved(PlanChange change) {
        PlanStanding before = change.before();
        PlanStanding after = change.after();
        return before != null
                && (after == null
                        || !before.employerId().equals(after.employerId())
                        || !before.occupationId().equals(after.occupationId())
                        || before.status() != after.status()
                        || before.primary() != after.primary()
                        || !providers(change, true).equals(providers(change, false)));
    }

    private static PlanStanding standing(PlanChange change) {
        return Objects.requireNonNull(change.after() == null ? change.before() : change.after());
    }

    private static PlanStanding before(PlanStanding now, @Nullable PlanChange moved) {
        return moved == null || moved.before() == null ? now : with(moved.before(), providers(moved, true));
    }

    private static Set<UUID> providers(PlanChange change, boolean isBefore) {
        Set<UUID> providers = new HashSet<>();
        for (LineChange line : change.lines()) {
            LineStanding standing = isBefore ? line.before() : line.after();
            if (standing != null && standing.counts()) {
                providers.add(Contributions.providerOf(standing));
            }
        }
        return providers;
    }

    private static void add(Sums<Cell<UUID>> sums, PlanStanding plan, Set<UUID> certifications, int sign) {
        if (plan.status() == PlanStatus.CANCELLED) {
            return;
        }
        for (UUID certification : certifications) {
            sums.add(Cell.of(plan, certification), sign, 1);
            plan.providers()
                    .forEach(provider -> sums.add(Cell.of(plan, Grain.PROVIDER, provider, certification), sign, 1));
        }
    }

    private Map<UUID, Now> read(Set<UUID> planIds) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                                SELECT p.plan_id, p.apprentice_id, p.occupation_id, p.employer_id, p.status, p.is_primary,
                                       ARRAY(SELECT DISTINCT coalesce(l.provider_id, :none) FROM plan_line l
                                             WHERE l.plan_id = p.plan_id AND l.is_on_plan AND l.disposition <> 'EXCLUDED'),
                                       ARRAY(SELECT e.certification_id FROM eligibility e
                                             WHERE e.plan_id = p.plan_id AND e.eligible)
                                FROM plan p WHERE p.plan_id = ANY (:plans)
                                """)
                        .bindArray("plans", UUID.class, planIds)
                        .bind("none", Cell.NONE)
                        .map((row, context) -> new Now(
                                new PlanStanding(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, UUID.class),
                                        row.getObject(3, UUID.class),
                                        row.getObject(4, UUID.class),
                                        PlanStatus.valueOf(row.getString(5)),
                                        row.getBoolean(6),
                                        null,
                                        0,
                                        0,
                                        Set.of((UUID[]) row.getArray(7).getArray()),
                                        List.of()),
                                Set.of((UUID[]) row.getArray(8).getArray())))
                        .list())
                .stream()
                .collect(Collectors.toMap(now -> now.standing().planId(), now -> now));
    }

    private static PlanStanding with(PlanStanding plan, Set<UUID> providers) {
        return new PlanStanding(
                plan.planId(),
                plan.apprenticeId(),
                plan.occupationId(),
                plan.employerId(),
                plan.status(),
                plan.primary(),
                plan.startedOn(),
                plan.total(),
                plan.credited(),
                providers,
                plan.creditedWeeks());
    }

    /** A plan as it is stored, and what it is eligible for. */
    private record Now(PlanStanding standing, Set<UUID> certifications) {}
}
