package org.dualtraining.kit.problem;

import java.util.Map;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** What a 405 must say in Allow (RFC 9110 15.5.6); the JAX-RS layer knows it and does not say it. */
final class AllowedMethods {

    private AllowedMethods() {}

    static String ofCurrentRequest() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        RequestMapper.RequestMatch<InitialMatch> match =
                new RequestMapper<>(request.getDeployment().getClassMappers()).map(request.getPathWithoutPrefix());
        TreeSet<String> allowed = new TreeSet<>();
        if (match != null) {
            for (ServerRestHandler handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    collect(routing.getMappers(), match.remaining, allowed);
                }
            }
        }
        return String.join(", ", allowed);
    }

    private static void collect(
            Map<String, RequestMapper<RuntimeResource>> byMethod, String path, TreeSet<String> allowed) {
        byMethod.forEach((method, paths) -> {
            if (method != null && paths.map(path.isEmpty() ? "/" : path) != null) {
                allowed.add(method);
            }
        });
    }
}
