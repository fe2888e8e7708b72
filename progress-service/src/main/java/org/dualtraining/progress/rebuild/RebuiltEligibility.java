package org.dualtraining.progress.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.intake.TellRebuilt;
import org.jdbi.v3.core.Jdbi;

/**
 * What the exchange does to eligibility has to be told (guarantees R14): the decisions that differ come into the new tables
 * as they were, and are then reviewed, which finds them changed, stores them as they are and publishes it.
 */
@ApplicationScoped
class RebuiltEligibility {

    private static final int CHUNK = 500;

    private static final String FLIPPED = """
            SELECT plan_id, certification_id
            FROM public.eligibility here FULL JOIN shadow.eligibility there USING (plan_id, certification_id)
            WHERE coalesce(here.eligible, false) <> coalesce(there.eligible, false)
            """;

    private final Jdbi jdbi;
    private final TellRebuilt tell;

    @Inject
    RebuiltEligibility(Jdbi jdbi, TellRebuilt tell) {
        this.jdbi = jdbi;
        this.tell = tell;
    }

    /** @return the plans that are concerned */
    @Transactional(Transactional.TxType.MANDATORY)
    List<UUID> keepFormerDecisions() {
        return jdbi.withHandle(handle -> {
            List<UUID> plans = handle.createQuery("SELECT DISTINCT plan_id FROM (" + FLIPPED + ") AS flipped")
                    .mapTo(UUID.class)
                    .list();
            if (!plans.isEmpty()) {
                handle.createUpdate("DELETE FROM shadow.eligibility WHERE plan_id = ANY (:plans)")
                        .bindArray("plans", UUID.class, plans)
                        .execute();
                handle.createUpdate("""
                                INSERT INTO shadow.eligibility
                                SELECT * FROM public.eligibility WHERE plan_id = ANY (:plans)
                                """).bindArray("plans", UUID.class, plans).execute();
            }
            return plans;
        });
    }

    /**
     * After the exchange.
     *
     * @param isMore whether anything else differs too
     */
    @Transactional(Transactional.TxType.MANDATORY)
    int tell(List<UUID> plans, boolean isMore) {
        int flips = 0;
        for (int from = 0; from < plans.size(); from += CHUNK) {
            flips += tell.handle(plans.subList(from, Math.min(from + CHUNK, plans.size())));
        }
        if (isMore) {
            tell.everything();
        }
        return flips;
    }
}
