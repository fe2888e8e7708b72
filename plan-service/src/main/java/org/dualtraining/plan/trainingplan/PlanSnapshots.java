package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.kit.outbox.OutboxEvent;
import org.dualtraining.plan.catalog.Delivery;
import org.dualtraining.plan.trainingplan.TrainingPlanChanged.Hours;
import org.dualtraining.plan.trainingplan.TrainingPlanChanged.PriorCredential;
import org.jdbi.v3.core.Jdbi;

/**
 * What other services hear of plans: all of each, always, so that the latest snapshot is enough. What is attested beside
 * the lines is read here, because it is no part of what decides about a plan in this service.
 */
@ApplicationScoped
class PlanSnapshots {

    private final Jdbi jdbi;

    @Inject
    PlanSnapshots(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One event per plan, in the order of the plans; the plans' rows are written. */
    List<OutboxEvent> of(Collection<TrainingPlan> plans, Instant now) {
        if (plans.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Hours>> hours =
                hours(plans.stream().map(TrainingPlan::id).toArray());
        Map<UUID, List<PriorCredential>> credentials =
                credentials(plans.stream().map(TrainingPlan::apprenticeId).toArray());
        return plans.stream()
                .map(plan -> TrainingPlanChanged.event(
                        plan,
                        hours.getOrDefault(plan.id(), List.of()),
                        credentials.getOrDefault(plan.apprenticeId(), List.of()),
                        now))
                .toList();
    }

    private Map<UUID, List<Hours>> hours(Object[] planIds) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT plan_id, delivery, to_char(month, 'YYYY-MM'), hours FROM stated_hours
                        WHERE plan_id = ANY (:plans) ORDER BY plan_id, month, delivery
                        """)
                .bindArray("plans", UUID.class, planIds)
                .map((row, context) -> Map.entry(
                        row.getObject(1, UUID.class),
                        new Hours(Delivery.valueOf(row.getString(2)), row.getString(3), row.getInt(4))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    private Map<UUID, List<PriorCredential>> credentials(Object[] apprenticeIds) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT apprentice_id, credential_id, awarded_on, expires_on FROM prior_credential
                        WHERE apprentice_id = ANY (:apprentices) ORDER BY apprentice_id, awarded_on, credential_id
                        """)
                .bindArray("apprentices", UUID.class, apprenticeIds)
                .map((row, context) -> Map.entry(
                        row.getObject(1, UUID.class),
                        new PriorCredential(
                                row.getObject(2, UUID.class),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }
}
