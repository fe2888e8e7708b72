package org.dualtraining.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Answers a body that says it is too large with a problem; the HTTP layer below would answer it without a body. */
@ApplicationScoped
public class BodyLimit {

    /** Before the checks of the HTTP layer, which stay for bodies that do not say how large they are. */
    private static final int EARLY = 1_000;

    private final long limit;

    @Inject
    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext request) {
        @Nullable String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || (length.length() < 19 && Long.parseLong(length) <= limit)) {
            request.next();
        } else {
            refuse(request);
        }
    }

    /** Closes the connection after it: what is left of the body is not read. */
    private void refuse(RoutingContext request) {
        request.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(
                        "{\"type\":\"%s\",\"title\":\"Too large\",\"status\":413,\"detail\":\"The body may have at most %d bytes.\"}"
                                .formatted(Problem.typeOf("too-large"), limit))
                .onComplete(sent -> request.request().connection().close());
    }
}
