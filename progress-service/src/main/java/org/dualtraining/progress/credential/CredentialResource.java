package org.dualtraining.progress.credential;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.progress.eligibility.PlanScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1")
@RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
@Tag(name = "Credentials")
class CredentialResource {

    static final String VC_JWT = "application/vc+jwt";

    private static final MediaType VC_JWT_TYPE = MediaType.valueOf(VC_JWT);

    private final IssueCredential issueCredential;
    private final IssuedCredentials issued;
    private final EligiblePlans plans;
    private final CredentialDocuments documents;
    private final SigningKeys keys;
    private final Caller caller;
    private final Clock clock;

    @Inject
    CredentialResource(
            IssueCredential issueCredential,
            IssuedCredentials issued,
            EligiblePlans plans,
            CredentialDocuments documents,
            SigningKeys keys,
            Caller caller,
            Clock clock) {
        this.issueCredential = issueCredential;
        this.issued = issued;
        this.plans = plans;
        this.documents = documents;
        this.keys = keys;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/training-plans/{id}/credentials/{certificationId}")
    @Produces({VC_JWT, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Issue the credential of an eligible apprentice",
            description = "An Open Badges 3.0 achievement credential that says: the holder of this plan is eligible for"
                    + " the certification, by which competencies, since when and until when. Signed as VC-JWT; keys are"
                    + " at /credential-keys, the status at the address that it names. Asked again while the"
                    + " eligibility is the same, the answer is the same credential. It names no person: the subject is"
                    + " the apprentice's opaque id.")
    @APIResponse(
            responseCode = "201",
            description = "issued",
            content = {
                @Content(mediaType = VC_JWT, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SignedCredentialView.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "the one that was issued before",
            content = {
                @Content(mediaType = VC_JWT, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SignedCredentialView.class))
            })
    @APIResponse(responseCode = "404", description = "no such plan, another party's, or not a certification of it")
    @APIResponse(responseCode = "409", description = "not eligible: the problem says what is missing, in words")
    public Response issue(
            @PathParam("id") UUID id,
            @PathParam("certificationId") UUID certificationId,
            @Context HttpHeaders headers) {
        IssueCredential.Outcome outcome = issueCredential.handle(id, certificationId, PlanScope.of(caller));
        boolean compact = headers.getAcceptableMediaTypes().get(0).isCompatible(VC_JWT_TYPE);
        return Response.status(outcome.isNew() ? 201 : 200)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .type(compact ? VC_JWT : MediaType.APPLICATION_JSON)
                .entity(compact ? bytes(outcome.credential()) : view(outcome.credential()))
                .build();
    }

    @GET
    @Path("/training-plans/{id}/credentials")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The credentials that were issued for a training plan",
            description = "In the order in which they were issued, each with its status.")
    @APIResponse(responseCode = "200", description = "one page")
    @APIResponse(responseCode = "400", description = "a query parameter cannot be read")
    @APIResponse(responseCode = "404", description = "no such plan, or another party's")
    public Page<CredentialView> credentials(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        if (!plans.isKnown(id, PlanScope.of(caller))) {
            throw new NotFound("training plan");
        }
        issued.settlePlan(id, clock.instant());
        List<IssuedCredential> rows = issued.ofPlan(id, page.afterId(), page.rows());
        return Page.of(rows, page, row -> row.credentialId().toString()).map(this::summary);
    }

    private SignedCredentialView view(IssuedCredential credential) {
        return new SignedCredentialView(signed(credential), documents.read(credential.document()), summary(credential));
    }

    private CredentialView summary(IssuedCredential credential) {
        return CredentialView.of(credential, documents.listAddress(credential.statusList()));
    }

    /** As bytes: a text would be sent with a charset, which this media type does not have. */
    private byte[] bytes(IssuedCredential credential) {
        return signed(credential).getBytes(StandardCharsets.US_ASCII);
    }

    /** With the key of now: what was issued under a key that is gone is had again under the new one. */
    private String signed(IssuedCredential credential) {
        return keys.sign(documents.payload(documents.read(credential.document())), "JWT");
    }
}
