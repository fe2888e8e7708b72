package org.dualtraining.kit.problem;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/** Who answers a request that two may answer, the worker that has it or a deadline: the first to take it, who keeps it. */
public final class RightToAnswer {

    private static final Logger LOG = Logger.getLogger(RightToAnswer.class);
    private static final String KEY = RightToAnswer.class.getName();

    private final AtomicReference<@Nullable Side> taken = new AtomicReference<>();
    private final CountDownLatch used = new CountDownLatch(1);

    private RightToAnswer() {}

    /** Of a request that gets a deadline. */
    public static RightToAnswer over(RoutingContext request) {
        RightToAnswer right = new RightToAnswer();
        request.put(KEY, right);
        return right;
    }

    /** Whether the worker of this request may write; where not, the deadline's answer is written when this returns. */
    public static boolean isLeftToWorker(RoutingContext request) {
        RightToAnswer right = request.get(KEY);
        if (right == null || right.isTakenBy(Side.WORKER)) {
            return true;
        }
        right.awaitUse();
        return false;
    }

    /** The same of the request that this thread works for; without one everything may be said. */
    static boolean isLeftToThisThread() {
        return CurrentRequestManager.get() == null
                || isLeftToWorker(CurrentRequestManager.get().unwrap(RoutingContext.class));
    }

    public boolean isTaken() {
        return taken.get() != null;
    }

    public boolean isTakenByDeadline() {
        return isTakenBy(Side.DEADLINE);
    }

    /** The deadline has answered. */
    public void use() {
        used.countDown();
    }

    private boolean isTakenBy(Side side) {
        return taken.compareAndSet(null, side) || taken.get() == side;
    }

    private void awaitUse() {
        try {
            boolean isUsed = used.await(1, TimeUnit.SECONDS);
            LOG.debugf("a late answer is dropped after=%s", isUsed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private enum Side {
        WORKER,
        DEADLINE
    }
}
