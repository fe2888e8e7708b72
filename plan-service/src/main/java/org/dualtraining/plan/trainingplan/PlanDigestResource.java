package org.dualtraining.plan.trainingplan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.problem.Malformed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/training-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "training plans")
class PlanDigestResource {

    private static final int MOST_PLANS = 100;

    private final PlanPages pages;
    private final PlanDigests digests;

    @Inject
    PlanDigestResource(PlanPages pages, PlanDigests digests) {
        this.pages = pages;
        this.digests = digests;
    }

    @GET
    @Path("/digests")
    @RolesAllowed(Role.AGENCY)
    @Operation(
            summary = "List what those who follow the events must know of each plan",
            description = "In the order of the plans' ids: epoch, version, status, employer, and per line competency,"
                    + " disposition, state, day of completion, rating and anticipated date. Nothing of persons. To be compared with what"
                    + " progress-service made of the events. A page ends before `limit` when its plans have more than 5000"
                    + " lines together; `next` goes on.")
    @APIResponse(responseCode = "200", description = "one page; with `plan` all of those that there are")
    @APIResponse(responseCode = "400", description = "a query parameter cannot be read, or too many plans are named")
    public Page<PlanDigest> digests(
            @Parameter(description = "only these plans, at most 100; then there are no further pages")
                    @QueryParam("plan")
                    List<UUID> plans,
            @BeanParam PageRequest page) {
        if (plans.size() > MOST_PLANS) {
            throw new Malformed("plan", "must be given at most " + MOST_PLANS + " times");
        }
        Page<UUID> found = plans.isEmpty() ? pages.page(PlanFilter.ALL, page) : new Page<>(plans, null);
        return new Page<>(digests.of(found.items()), found.next());
    }
}
