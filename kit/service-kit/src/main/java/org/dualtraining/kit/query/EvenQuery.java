package org.dualtraining.kit.query;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.dualtraining.kit.problem.Malformed;

/**
 * What is given twice is refused, for only the first would count, unless the resource takes several. What is given without a
 * value counts as absent in a read, where forms send such; a request that changes something is refused.
 */
@Provider
public class EvenQuery implements ContainerRequestFilter {

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final ResourceInfo resource;

    /** @param resource stands for that of the request under way */
    public EvenQuery(@Context ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean isRead = READS.contains(request.getMethod());
        request.getUriInfo().getQueryParameters().forEach((name, values) -> check(name, values, isRead));
    }

    private void check(String name, List<String> values, boolean isRead) {
        if (!isRead && values.contains("")) {
            throw new Malformed(name, "has no value: give it one, or leave it out");
        }
        if (values.size() > 1 && !takesSeveral(name)) {
            throw new Malformed(name, "must be given once, not " + values.size() + " times");
        }
    }

    private boolean takesSeveral(String name) {
        return Arrays.stream(resource.getResourceMethod().getParameters())
                .filter(parameter -> isNamed(parameter, name))
                .anyMatch(parameter -> Collection.class.isAssignableFrom(parameter.getType()));
    }

    private static boolean isNamed(Parameter parameter, String name) {
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        return query != null && query.value().equals(name);
    }
}
