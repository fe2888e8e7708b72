package org.dualtraining.plan.disclosure;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.dualtraining.kit.problem.Malformed;
import org.jspecify.annotations.Nullable;

/** Refuses a purpose that is none before anything is done: a change must not be stored and then answered 400. */
@Provider
public class PurposeFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        @Nullable String said = request.getHeaderString(Reader.PURPOSE);
        if (said != null && (said.isBlank() || !said.matches("[\\x20-\\x7e]{1,200}"))) {
            throw new Malformed(Reader.PURPOSE, "must be 1 to 200 visible ASCII characters, or be left out");
        }
    }
}
