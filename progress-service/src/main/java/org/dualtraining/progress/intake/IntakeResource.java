package org.dualtraining.progress.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.problem.Malformed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/admin")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AGENCY)
@Tag(name = "Operations")
class IntakeResource {

    private static final String AFTER_ALL = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private final IntakeBooks books;
    private final DeadLetters deadLetters;

    @Inject
    IntakeResource(IntakeBooks books, DeadLetters deadLetters) {
        this.books = books;
        this.deadLetters = deadLetters;
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

    @GET
    @Path("/dead-letters")
    @Operation(
            summary = "Records that could not be applied",
            description = "The newest first: where each lies in Kafka, and why. Nothing of its content.")
    @APIResponse(responseCode = "200", description = "one page")
    @APIResponse(responseCode = "400", description = "a query parameter cannot be read")
    public Page<DeadLetterView> deadLetters(@BeanParam PageRequest page) {
        List<DeadLetterView> rows = deadLetters.list(before(page), page.rows());
        return Page.of(rows, page, row -> row.id().toString());
    }

    private static UUID before(PageRequest page) {
        try {
            return UUID.fromString(page.after(AFTER_ALL));
        } catch (IllegalArgumentException e) {
            throw new Malformed("cursor", "must be the `next` of an earlier page, unchanged");
        }
    }
}
