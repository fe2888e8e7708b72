package org.dualtraining.plan.hours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import org.dualtraining.plan.trainingplan.TakenOverPlan;
import org.jdbi.v3.core.Jdbi;

/** The hours of a duplicate's plan, stated again for the plan that goes on; the first statement stays readable. */
@ApplicationScoped
public class TakeOverHours {

    private final Jdbi jdbi;

    @Inject
    TakeOverHours(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Where both plans have a statement for a month, the higher one: the two may tell of the same hours, and a sum could
     * make somebody eligible who is not.
     *
     * @return how many statements went over
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int handle(Collection<TakenOverPlan> plans) {
        return jdbi.withHandle(h -> h.createUpdate("""
                        INSERT INTO stated_hours (plan_id, delivery, month, hours, stated_at)
                        SELECT DISTINCT ON (t.goes_on, s.delivery, s.month)
                            t.goes_on, s.delivery, s.month, s.hours, s.stated_at
                        FROM unnest(:plans, :goesOn) AS t (plan, goes_on) JOIN stated_hours s ON s.plan_id = t.plan
                        ORDER BY t.goes_on, s.delivery, s.month, s.hours DESC
                        ON CONFLICT (plan_id, delivery, month) DO UPDATE SET
                            hours = EXCLUDED.hours, stated_at = EXCLUDED.stated_at
                        WHERE stated_hours.hours < EXCLUDED.hours
                        """)
                .bindArray(
                        "plans",
                        UUID.class,
                        plans.stream().map(TakenOverPlan::planId).toArray())
                .bindArray(
                        "goesOn",
                        UUID.class,
                        plans.stream().map(TakenOverPlan::goesOnIn).toArray())
                .execute());
    }
}
