package org.dualtraining.kit.database;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.dualtraining.kit.problem.DatabaseProblem;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Refusal;
import org.dualtraining.kit.problem.RightToAnswer;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

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

    private final DatabasePulse pulse;
    private final CurrentVertxRequest current;

    @Inject
    ReadDeadline(DatabasePulse pulse, CurrentVertxRequest current) {
        this.pulse = pulse;
        this.current = current;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, LATE);
    }

    private void watch(RoutingContext request) {
        if (HttpMethod.GET.equals(request.request().method())) {
            RightToAnswer right = RightToAnswer.over(request);
            long timer = request.vertx().setPeriodic(PATIENCE_MILLIS, PAUSE_MILLIS, id -> look(request, right, id));
            request.addEndHandler(ended -> request.vertx().cancelTimer(timer));
        }
        request.next();
    }

    private void look(RoutingContext request, RightToAnswer right, long timer) {
        HttpServerResponse response = request.response();
        if (right.isTaken() || response.headWritten() || response.closed()) {
            // what has begun may go on for hours
            request.vertx().cancelTimer(timer);
        } else if (pulse.isLost() && right.isTakenByDeadline()) {
            Problem problem = DatabaseProblem.away();
            DatabaseProblem.AWAY_HEADERS.forEach(response::putHeader);
            response.setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(problem.asJson());
            right.use();
        }
    }

    /**
     * For an event stream, which passes no response filter, before its first byte: from here on the answer is the
     * resource's. Refused where it was given already; nobody sees the refusal.
     */
    public void leaveToResource() {
        if (!RightToAnswer.isLeftToWorker(current.getCurrent())) {
            throw new AnswerIsLate();
        }
    }

    /**
     * What a worker that was let go has to say comes too late: writing it would mix two answers. After all other filters,
     * which could give it a body again.
     */
    @ServerResponseFilter(priority = Integer.MIN_VALUE)
    public void drop(ContainerResponseContext late, RoutingContext request) {
        if (!RightToAnswer.isLeftToWorker(request)) {
            late.setEntity(null);
        }
    }

    private static final class AnswerIsLate extends Refusal {

        private static final long serialVersionUID = 1L;

        AnswerIsLate() {
            super(503, "The answer comes too late.");
        }
    }
}
