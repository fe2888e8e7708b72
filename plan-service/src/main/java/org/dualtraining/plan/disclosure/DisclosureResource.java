package org.dualtraining.plan.disclosure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.plan.disclosure.DisclosureLog.Verification;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/apprentices")
@RolesAllowed({Role.AGENCY, Role.APPRENTICE})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "apprentices")
class DisclosureResource {

    private final DisclosureLog log;
    private final Caller caller;

    @Inject
    DisclosureResource(DisclosureLog log, Caller caller) {
        this.log = log;
        this.caller = caller;
    }

    @GET
    @Path("/{id}/disclosures")
    @Operation(
            summary = "See who read an apprentice's data",
            description =
                    "Each read by an agency, an employer or a college: who, in which role and for which party, what,"
                            + " why and when; the latest first. Readers may give their reason in the header `Purpose` (1 to 200"
                            + " ASCII characters) of any request. An apprentice sees their own.")
    public Page<Disclosure> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        requireVisible(id);
        return log.page(id, page);
    }

    @GET
    @Path("/{id}/disclosures/verification")
    @Operation(
            summary = "Check that no disclosure was changed or taken away",
            description = "Follows the chain of hashes from the first entry to the last that was written.")
    public Verification verify(@PathParam("id") UUID id) {
        requireVisible(id);
        return log.verify(id);
    }

    private void requireVisible(UUID id) {
        boolean mayBe = caller.isAgency() || caller.apprenticeId().equals(id);
        if (!mayBe || !log.isApprentice(id)) {
            throw new NotFound("apprentice");
        }
    }
}
