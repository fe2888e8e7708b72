package org.dualtraining.progress.history;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Set;
import org.dualtraining.kit.problem.Malformed;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Questions about the past are refused where they are not answered: today's figures would be a wrong answer that looks right. */
public class PartialQuestions {

    private static final Set<String> MOMENT = Set.of("asOf", "knownAt");

    @ServerRequestFilter
    public void refuse(UriInfo uri, ResourceInfo asked) {
        if (takesMoment(asked)) {
            return;
        }
        uri.getQueryParameters().keySet().stream()
                .filter(MOMENT::contains)
                .findFirst()
                .ifPresent(parameter -> {
                    throw new Malformed(parameter, "is not answered here: ask without it");
                });
    }

    private static boolean takesMoment(ResourceInfo asked) {
        return Arrays.asList(asked.getResourceMethod().getParameterTypes()).contains(MomentQuestion.class);
    }
}
