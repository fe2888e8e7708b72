package org.dualtraining.progress.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dualtraining.kit.party.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/admin")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AGENCY)
@Tag(name = "Operations")
class IntakeResource {

    private final IntakeBooks books;

    @Inject
    IntakeResource(IntakeBooks books) {
        this.books = books;
    }

    @GET
    @Path("/intake")
    @Operation(
            summary = "How far the intake has come and what became of the records",
            description = "The books close: received = applied + duplicate + stale + parked + deadLettered.")
    @APIResponse(responseCode = "200", description = "the books")
    public IntakeView intake() {
        return books.view();
    }
}
