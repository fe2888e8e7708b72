package org.dualtraining.progress.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What plans hold and how they call it, each for many plans in one query. */
@ApplicationScoped
class PlanEvidence {

    private final Jdbi jdbi;

    @Inject
    PlanEvidence(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<UUID, Map<UUID, HeldCredit>> creditsOf(Collection<UUID> planIds) {
        List<HeldCredit> held = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT plan_id, competency_id, rating, completed_on, event_id
                        FROM plan_line WHERE plan_id = ANY (:plans) AND state = 'CREDITED'
                        """)
                .bindArray("plans", UUID.class, planIds)
                .map(ConstructorMapper.of(HeldCredit.class))
                .list());
        Map<UUID, Map<UUID, HeldCredit>> byPlan = new HashMap<>();
        for (HeldCredit credit : held) {
            byPlan.computeIfAbsent(credit.planId(), plan -> new HashMap<>()).put(credit.competencyId(), credit);
        }
        return byPlan;
    }

    /** How each plan calls its competencies; one that is on a rule and not on the plan is named by its id. */
    Map<UUID, Function<UUID, String>> namesOf(Collection<UUID> planIds) {
        Map<UUID, Map<UUID, String>> byPlan = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT plan_id, competency_id, competency_name
                        FROM plan_line WHERE plan_id = ANY (:plans) AND competency_name IS NOT NULL
                        """)
                .bindArray("plans", UUID.class, planIds)
                .map((row, context) -> byPlan.computeIfAbsent(row.getObject(1, UUID.class), plan -> new HashMap<>())
                        .put(row.getObject(2, UUID.class), row.getString(3)))
                .list());
        Map<UUID, Function<UUID, String>> names = new HashMap<>();
        for (UUID plan : planIds) {
            Map<UUID, String> onPlan = byPlan.getOrDefault(plan, Map.of());
            names.put(
                    plan,
                    competency ->
                            onPlan.getOrDefault(competency, "competency " + competency + ", which is not on the plan"));
        }
        return names;
    }
}
