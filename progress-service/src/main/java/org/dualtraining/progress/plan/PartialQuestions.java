package org.dualtraining.progress.plan;

import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.dualtraining.kit.problem.Malformed;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Questions about the past, or about a part of the plans, are refused as long as they cannot be answered: today's figures
 * of all plans would be a wrong answer that looks right.
 */
public class PartialQuestions {

    private static final Set<String> UNANSWERED = Set.of("asOf", "knownAt", "occupation", "employer", "provider");

    @ServerRequestFilter
    public void refuse(UriInfo uri) {
        uri.getQueryParameters().keySet().stream()
                .filter(UNANSWERED::contains)
                .findFirst()
                .ifPresent(parameter -> {
                    throw new Malformed(parameter, "is not answered here: ask without it");
                });
    }
}
