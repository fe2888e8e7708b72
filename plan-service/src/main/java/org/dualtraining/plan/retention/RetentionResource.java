package org.dualtraining.plan.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Role;
import org.dualtraining.plan.retention.DueApprentices.Due;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/retention")
@RolesAllowed(Role.AGENCY)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "apprentices")
class RetentionResource {

    private final DueApprentices due;

    @Inject
    RetentionResource(DueApprentices due) {
        this.due = due;
    }

    @GET
    @Operation(
            summary = "List whose data is due for erasure",
            description = "Apprentices without an open plan whose last plan was completed or cancelled longer ago than"
                    + " `dual-training.retention.years` (7 by default), and those who never had"
                    + " a plan and of whom nothing was entered for as long. POST /apprentices/{id}/erasure erases one.")
    public Page<Due> list(@BeanParam PageRequest page) {
        return Page.of(due.after(page.afterId(), page.rows()), page, one -> one.apprenticeId()
                .toString());
    }
}
