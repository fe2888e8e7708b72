package org.dualtraining.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Answers a body that says it is too large with a problem before it is read; {@link CountedBody} counts those that do not
 * say. A path may take larger ones than the rest: {@code dual-training.larger-bodies."/api/v1/document-imports"=16M}.
 */
@ApplicationScoped
public class BodyLimit {

    /** Before the checks of the HTTP layer, which stay for bodies that do not say how large they are. */
    private static final int EARLY = 1_000;

    private static final long LONGEST_LINGERING_MILLIS = 5_000;

    private final long limit;
    private final Map<String, MemorySize> larger;

    @Inject
    BodyLimit(@ConfigProperty(name = "dual-training.body-limit") MemorySize limit, SmallRyeConfig config) {
        this.limit = limit.asLongValue();
        this.larger = config.getOptionalValues("dual-training.larger-bodies", String.class, MemorySize.class)
                .orElse(Map.of());
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext request) {
        @Nullable String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        long most = limitOf(request.normalizedPath());
        if (length == null || (length.length() < 19 && Long.parseLong(length) <= most)) {
            request.next();
        } else {
            refuse(request, most);
        }
    }

    /** How many bytes a body to this path may have. */
    long limitOf(String path) {
        @Nullable MemorySize own = larger.get(path);
        return own == null ? limit : own.asLongValue();
    }

    /**
     * Throws the rest of the body away for a while before it closes the connection: a caller that still writes would lose
     * the answer to a reset.
     */
    private static void refuse(RoutingContext request, long most) {
        HttpServerRequest body = request.request();
        long impatience = request.vertx()
                .setTimer(LONGEST_LINGERING_MILLIS, timer -> body.connection().close());
        body.handler(thrownAway -> {});
        body.endHandler(end -> {
            request.vertx().cancelTimer(impatience);
            body.connection().close();
        });
        Problem problem = new TooLarge(most).problem();
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(problem.asJson());
        body.resume();
    }
}
