package org.dualtraining.progress.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Goes on with the review of a rule that was cut short, or was begun by a redrive: the ledger has moved past the rule's
 * record, and it will not be read again.
 */
@ApplicationScoped
class ResumeReviews {

    private static final Logger LOG = Logger.getLogger(ResumeReviews.class);
    private static final int FIRST = 100;
    private static final long PAUSE_SECONDS = 10;

    private final ReviewPlansOfRule reviewPlans;
    private final CountDownLatch stopping = new CountDownLatch(1);

    @Inject
    ResumeReviews(ReviewPlansOfRule reviewPlans) {
        this.reviewPlans = reviewPlans;
    }

    void start(@Observes StartupEvent event) {
        Thread thread = new Thread(this::run, "resume-reviews");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent event) {
        stopping.countDown();
    }

    private void run() {
        try {
            while (!stopping.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                resume();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void resume() {
        try {
            while (stopping.getCount() > 0 && reviewPlans.nextChunk()) {
                LOG.infof("a review goes on");
            }
        } catch (RuntimeException away) {
            LOG.warnf("reviews wait cause=%s", away.getClass().getName());
        }
    }
}
