package org.dualtraining.plan.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.problem.DatabaseProblem;
import org.dualtraining.kit.problem.Refusal;
import org.dualtraining.plan.retention.DueApprentices.Due;
import org.jboss.logging.Logger;

/** Erases everybody who is due, each in a transaction of their own. */
@ApplicationScoped
public class EraseDue {

    private static final Logger LOG = Logger.getLogger(EraseDue.class);
    private static final int AT_ONCE = 100;

    private final DueApprentices due;
    private final EraseApprentice erase;
    private final Retention retention;

    @Inject
    EraseDue(DueApprentices due, EraseApprentice erase, Retention retention) {
        this.due = due;
        this.erase = erase;
        this.retention = retention;
    }

    @Scheduled(every = "24h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void daily() {
        if (retention.automatic()) {
            handle();
        }
    }

    /** @return how many were erased */
    public int handle() {
        int erased = 0;
        int waiting = 0;
        UUID after = new UUID(0, 0);
        List<Due> next;
        do {
            next = due.after(after, AT_ONCE);
            for (Due one : next) {
                after = one.apprenticeId();
                if (isErased(one)) {
                    erased++;
                } else {
                    waiting++;
                }
            }
        } while (next.size() == AT_ONCE);
        LOG.infof("retention applied erased=%d waiting=%d", erased, waiting);
        return erased;
    }

    /** Who got a plan meanwhile, is changed right now or meets a busy database waits for the next day. */
    private boolean isErased(Due one) {
        try {
            return erase.handle(one.apprenticeId(), "the retention period is over")
                    .changed();
        } catch (Refusal refused) {
            return false;
        } catch (RuntimeException fault) {
            if (!DatabaseProblem.isPassing(fault)) {
                throw fault;
            }
            LOG.warnf(
                    "erasure put off apprentice=%s cause=%s",
                    one.apprenticeId(), fault.getClass().getName());
            return false;
        }
    }
}
