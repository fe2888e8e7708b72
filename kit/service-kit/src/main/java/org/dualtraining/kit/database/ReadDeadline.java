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
import org.dualtraining.kit.problem.DatabaseProblem;
import org.dualtraining.kit.problem.Problem;
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

    @Inject
    ReadDeadline(DatabasePulse pulse) {
        this.pulse = pulse;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, LATE);
    }

    /** What a worker that was let go has to say comes too late: writing it would be a failure. */
    @ServerResponseFilter
    public void drop(ContainerResponseContext late, RoutingContext request) {
        if (request.response().ended()) {
            late.setEntity(null);
        }
    }

    private void watch(RoutingContext request) {
        if (request.request().method() == HttpMethod.GET) {
            long timer = request.vertx().setPeriodic(PATIENCE_MILLIS, PAUSE_MILLIS, passed -> look(request));
            request.addEndHandler(ended -> request.vertx().cancelTimer(timer));
        }
        request.next();
    }

    private void look(RoutingContext request) {
        HttpServerResponse response = request.response();
        if (!response.headWritten() && !response.closed() && pulse.isLost()) {
            Problem problem = DatabaseProblem.away();
            DatabaseProblem.AWAY_HEADERS.forEach(response::putHeader);
            response.setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(problem.asJson());
        }
    }
}
