package org.dualtraining.progress.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.progress.credit.CreditFact.CompetencyOfPlan;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Table {@code credit}: the latest word on each competency of each plan. */
@ApplicationScoped
class Credits {

    private final Jdbi jdbi;

    @Inject
    Credits(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What is known already, one for each that is asked for. */
    Map<CompetencyOfPlan, Known> known(Collection<CompetencyOfPlan> asked) {
        Columns<CompetencyOfPlan> columns = new Columns<>(asked);
        Map<CompetencyOfPlan, Known> known = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT asked.plan_id, asked.competency_id, p.apprentice_id, c.epoch, c.version
                        FROM unnest(:plans, :competencies) AS asked (plan_id, competency_id)
                        LEFT JOIN plan p ON p.plan_id = asked.plan_id
                        LEFT JOIN credit c ON c.plan_id = asked.plan_id AND c.competency_id = asked.competency_id
                        """)
                .bindArray("plans", UUID.class, columns.of(CompetencyOfPlan::planId))
                .bindArray("competencies", UUID.class, columns.of(CompetencyOfPlan::competencyId))
                .map((row, context) -> known.put(
                        new CompetencyOfPlan(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        new Known(row.getObject(3, UUID.class), row.getInt(4), row.getLong(5))))
                .list());
        return known;
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

    /**
     * What is known of a competency of a plan.
     *
     * @param apprenticeId whose plan it is; null while the plan has not been heard of
     * @param epoch with {@code version} that of the latest fact; below all others while there is none
     */
    record Known(@Nullable UUID apprenticeId, int epoch, long version) {

        /** A plan has one apprentice; a plan that is not known yet cannot contradict. */
        boolean admits(CreditFact fact) {
            return apprenticeId == null || apprenticeId.equals(fact.apprenticeId());
        }

        boolean isOlderThan(CreditFact fact) {
            return epoch != fact.epoch() ? epoch < fact.epoch() : version < fact.version();
        }

        Known updatedBy(CreditFact fact) {
            return new Known(apprenticeId, fact.epoch(), fact.version());
        }
    }
}
