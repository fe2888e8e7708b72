package org.dualtraining.kit.database;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.dualtraining.kit.problem.DatabaseProblem;
import org.dualtraining.kit.problem.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers a read that still waits after a while, when the database does not answer either: 503 within two seconds
 * (guarantees R17). The worker that waits is let go by the driver's timeouts, later; a read that is only long goes on.
 */
@ApplicationScoped
public class ReadDeadline {

    /** After the checks that need no database. */
    private static final int LATE = 10;

    private static final long PATIENCE_MILLIS = 1_000;
    private static final long PAUSE_MILLIS = 200;

    private static final Logger LOG = Logger.getLogger(ReadDeadline.class);
    private static final String RIGHT = Right.class.getName();

    private final DatabasePulse pulse;

    @Inject
    ReadDeadline(DatabasePulse pulse) {
        this.pulse = pulse;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, LATE);
    }

    private void watch(RoutingContext request) {
        if (HttpMethod.GET.equals(request.request().method())) {
            Right right = new Right();
            request.put(RIGHT, right);
            long timer = request.vertx()
                    .setPeriodic(PATIENCE_MILLIS, PAUSE_MILLIS, passed -> look(request.response(), right));
            request.addEndHandler(ended -> request.vertx().cancelTimer(timer));
        }
        request.next();
    }

    private void look(HttpServerResponse response, Right right) {
        if (pulse.isLost() && !response.headWritten() && !response.closed() && right.isTakenBy(Side.DEADLINE)) {
            Problem problem = DatabaseProblem.away();
            DatabaseProblem.AWAY_HEADERS.forEach(response::putHeader);
            response.setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(problem.asJson());
            right.use();
        }
    }

    /** What a worker that was let go has to say comes too late: writing it would mix two answers. */
    @ServerResponseFilter
    public void drop(ContainerResponseContext late, RoutingContext request) {
        Right right = request.get(RIGHT);
        if (right != null && !right.isTakenBy(Side.WORKER)) {
            right.awaitUse();
            late.setEntity(null);
        }
    }

    private enum Side {
        WORKER,
        DEADLINE
    }

    /** Who answers: the first to take it, who keeps it. */
    private static final class Right {

        private final AtomicReference<@Nullable Side> taken = new AtomicReference<>();
        private final CountDownLatch used = new CountDownLatch(1);

        boolean isTakenBy(Side side) {
            return taken.compareAndSet(null, side) || taken.get() == side;
        }

        void use() {
            used.countDown();
        }

        /** The other side is writing already. */
        void awaitUse() {
            try {
                boolean isUsed = used.await(1, TimeUnit.SECONDS);
                LOG.debugf("a late answer is dropped after=%s", isUsed);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
