package org.dualtraining.progress.intake;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.problem.DatabaseProblem;
import org.jboss.logging.Logger;

/**
 * Eligibility expires on a day, and hours begin to count on one, without any event: somebody has to look. What an instance
 * did not get to because it was down or the database away is still there to be found the next time.
 */
@ApplicationScoped
public class FollowTheDay {

    private static final Logger LOG = Logger.getLogger(FollowTheDay.class);
    static final UUID BEFORE_ALL = new UUID(0, 0);

    private final ReviewDuePlans review;

    @Inject
    FollowTheDay(ReviewDuePlans review) {
        this.review = review;
    }

    @Scheduled(
            every = "{progress.eligibility.look-every}",
            delayed = "1s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void often() {
        var unused = look();
    }

    /** The day of rules and plans is that of UTC. */
    @Scheduled(cron = "5 0 0 * * ?", timeZone = "UTC", concurrentExecution = ConcurrentExecution.SKIP)
    void afterMidnight() {
        var unused = look();
    }

    /**
     * Until nothing is due, or another instance is found at it.
     *
     * @return whether nothing is due any more
     */
    public boolean look() {
        try {
            Optional<UUID> last = Optional.of(BEFORE_ALL);
            while (last.isPresent()) {
                last = review.chunkAfter(last.get());
            }
            return review.isDone();
        } catch (RuntimeException fault) {
            if (!DatabaseProblem.isPassing(fault)) {
                throw fault;
            }
            LOG.warnf(
                    "eligibility put off until the next look cause=%s",
                    fault.getClass().getName());
            return false;
        }
    }
}
