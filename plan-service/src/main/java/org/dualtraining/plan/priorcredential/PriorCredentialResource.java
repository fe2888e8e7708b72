package org.dualtraining.plan.priorcredential;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.plan.apprentice.Apprentices;
import org.dualtraining.plan.disclosure.Disclosed;
import org.dualtraining.plan.disclosure.Disclosures;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/apprentices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "apprentices")
class PriorCredentialResource {

    private final RecordPriorCredential record;
    private final PriorCredentials credentials;
    private final Apprentices apprentices;
    private final Disclosures disclosures;
    private final Caller caller;

    @Inject
    PriorCredentialResource(
            RecordPriorCredential record,
            PriorCredentials credentials,
            Apprentices apprentices,
            Disclosures disclosures,
            Caller caller) {
        this.record = record;
        this.credentials = credentials;
        this.apprentices = apprentices;
        this.disclosures = disclosures;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/credentials")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(
            summary = "Record a credential that an apprentice holds from elsewhere",
            description = "It counts where requirement rules ask for it, in all plans of the apprentice. The same again"
                    + " changes nothing and answers 200; 409 when the same credential of the same day was recorded with"
                    + " other evidence or another expiry, when the apprentice is merged or erased, and with the 101st.")
    @APIResponse(responseCode = "200", description = "was recorded before")
    @APIResponse(responseCode = "201", description = "recorded")
    public RestResponse<PriorCredential> post(@PathParam("id") UUID id, @NotNull @Valid PriorCredentialInput input) {
        RecordPriorCredential.Recorded recorded = record.handle(id, input);
        disclosures.record(id, Disclosed.PRIOR_CREDENTIAL);
        PriorCredential credential = recorded.credential();
        return recorded.isNew()
                ? RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, credential)
                        .location(URI.create("/api/v1/apprentices/" + id + "/credentials/" + credential.id()))
                        .build()
                : RestResponse.ok(credential);
    }

    @GET
    @Path("/{id}/credentials")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
    @Operation(
            summary = "List the credentials that an apprentice holds from elsewhere",
            description = "In the order of recording. An employer sees its own apprentices', an apprentice their own.")
    public Page<PriorCredential> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        requireVisible(id);
        Page<PriorCredential> found =
                Page.of(credentials.page(id, page), page, one -> one.id().toString());
        disclosures.record(id, Disclosed.PRIOR_CREDENTIAL);
        return found;
    }

    @GET
    @Path("/{id}/credentials/{credentialId}")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
    @Operation(
            summary = "Read a credential that an apprentice holds from elsewhere",
            description = "By the id under which it was recorded, the last part of its Location.")
    public PriorCredential get(@PathParam("id") UUID id, @PathParam("credentialId") UUID credentialId) {
        requireVisible(id);
        PriorCredential found = credentials.find(id, credentialId).orElseThrow(() -> new NotFound("prior credential"));
        disclosures.record(id, Disclosed.PRIOR_CREDENTIAL);
        return found;
    }

    @DELETE
    @Path("/{id}/credentials/{credentialId}")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(
            summary = "Remove a credential that was recorded wrongly",
            description = "It counts no more; what was said of it stays in the person's record.")
    public void delete(@PathParam("id") UUID id, @PathParam("credentialId") UUID credentialId) {
        record.remove(id, credentialId);
    }

    private void requireVisible(UUID id) {
        boolean isThePerson = !caller.isAgency() && !caller.is(Role.EMPLOYER);
        boolean mayBe = !isThePerson || caller.apprenticeId().equals(id);
        Optional<UUID> employer = isThePerson ? Optional.empty() : caller.onlyEmployer();
        if (!mayBe || apprentices.find(id, employer).isEmpty()) {
            throw new NotFound("apprentice");
        }
    }
}
