package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import org.dualtraining.progress.plan.PlanSnapshot;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Says once when plan-service begins a new epoch. Nobody's token is at hand here to compare the two services with, and so
 * it says what somebody is to do.
 */
@ApplicationScoped
class EpochWatch {

    private static final Logger LOG = Logger.getLogger(EpochWatch.class);
    private static final int FIRST = 1;

    private final Jdbi jdbi;
    private int highest = FIRST;
    private boolean isRead;

    @Inject
    EpochWatch(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Before the snapshots are stored. */
    synchronized void see(Collection<PlanSnapshot> snapshots) {
        int epoch = snapshots.stream().mapToInt(PlanSnapshot::epoch).max().orElse(FIRST);
        if (epoch <= highest) {
            return;
        }
        if (!isRead) {
            highest = Math.max(highest, known());
            isRead = true;
        }
        if (epoch > highest) {
            highest = epoch;
            LOG.warnf(
                    "plan-service was restored and begins epoch %d: when all of it is taken in, have the two services"
                            + " compared by POST /api/v1/admin/reconciliations",
                    epoch);
        }
    }

    private int known() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT coalesce(max(epoch), 1) FROM public.plan")
                .mapTo(Integer.class)
                .one());
    }
}
