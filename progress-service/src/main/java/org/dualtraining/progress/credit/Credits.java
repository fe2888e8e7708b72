package org.dualtraining.progress.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.progress.credit.CreditFact.CompetencyOfPlan;
import org.dualtraining.progress.credit.CreditFact.PlanVersion;
import org.jdbi.v3.core.Jdbi;

/** Table {@code credit}: the latest word on each competency of each plan. */
@ApplicationScoped
class Credits {

    private final Jdbi jdbi;

    @Inject
    Credits(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<CompetencyOfPlan, PlanVersion> versionsOf(Collection<CompetencyOfPlan> asked) {
        Columns<CompetencyOfPlan> columns = new Columns<>(asked);
        List<Map.Entry<CompetencyOfPlan, PlanVersion>> found = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT plan_id, competency_id, epoch, version
                        FROM credit JOIN unnest(:plans, :competencies) AS asked (plan_id, competency_id)
                            USING (plan_id, competency_id)
                        """)
                .bindArray("plans", UUID.class, columns.of(CompetencyOfPlan::planId))
                .bindArray("competencies", UUID.class, columns.of(CompetencyOfPlan::competencyId))
                .map((row, context) -> {
                    UUID plan = row.getObject(1, UUID.class);
                    return Map.entry(
                            new CompetencyOfPlan(plan, row.getObject(2, UUID.class)),
                            new PlanVersion(plan, row.getInt(3), row.getLong(4)));
                })
                .list());
        return found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Versions only go up, whoever writes: the comparison is repeated where the row is written. */
    void store(Collection<CreditFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        Columns<CreditFact> columns = new Columns<>(facts);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO credit
                            (plan_id, competency_id, state, completed_on, rating, event_id, epoch, version)
                        SELECT * FROM unnest(:plans, :competencies, :states, :days::date[], :ratings, :events,
                                             :epochs, :versions)
                        ON CONFLICT (plan_id, competency_id) DO UPDATE SET
                            state = EXCLUDED.state, completed_on = EXCLUDED.completed_on, rating = EXCLUDED.rating,
                            event_id = EXCLUDED.event_id, epoch = EXCLUDED.epoch, version = EXCLUDED.version
                        WHERE (credit.epoch, credit.version) < (EXCLUDED.epoch, EXCLUDED.version)
                        """)
                .bindArray("plans", UUID.class, columns.of(CreditFact::planId))
                .bindArray("competencies", UUID.class, columns.of(CreditFact::competencyId))
                .bindArray("states", String.class, columns.of(Credits::state))
                .bindArray("days", String.class, columns.of(fact -> fact.completedOn()
                        .toString()))
                .bindArray("ratings", Integer.class, columns.of(CreditFact::rating))
                .bindArray("events", UUID.class, columns.of(CreditFact::eventId))
                .bindArray("epochs", Integer.class, columns.of(CreditFact::epoch))
                .bindArray("versions", Long.class, columns.of(CreditFact::version))
                .execute());
    }

    private static String state(CreditFact fact) {
        return fact.kind() == CreditFact.Kind.REVOKED ? "REVOKED" : "CREDITED";
    }
}
