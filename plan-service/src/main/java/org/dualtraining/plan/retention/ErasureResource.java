package org.dualtraining.plan.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.dualtraining.kit.party.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/apprentices")
@RolesAllowed(Role.AGENCY)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "apprentices")
class ErasureResource {

    private final EraseApprentice erase;

    @Inject
    ErasureResource(EraseApprentice erase) {
        this.erase = erase;
    }

    @POST
    @Path("/{id}/erasure")
    @Operation(
            summary = "Erase an apprentice's personal data",
            description =
                    "For good: name, e-mail address, learner ids, grades, evidence addresses, assessors, notes, reasons and the"
                            + " values before corrections, of the apprentice and of duplicates that were merged into it. Ids,"
                            + " dates, ratings and credits stay, so that no figure changes; record and disclosures stay as a"
                            + " shell. Again changes nothing. 409 while a plan is open, and for a merged duplicate. A completion"
                            + " that comes later for one of the learner ids is parked as unknown.")
    public Erasure erase(@PathParam("id") UUID id, @NotNull @Valid ErasureInput input) {
        return erase.handle(id, input.reason());
    }
}
