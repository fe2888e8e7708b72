package org.dualtraining.catalog.certification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/frameworks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "drafts")
@RolesAllowed(Role.AGENCY)
class DraftCertificationResource {

    private final DraftCertifications drafts;

    @Inject
    DraftCertificationResource(DraftCertifications drafts) {
        this.drafts = drafts;
    }

    @POST
    @Path("/{id}/versions/{number}/certifications")
    @Operation(
            summary = "Add a certification to a draft",
            description = "For frameworks whose source names none: a training plan ends in one. Needs If-Match with the"
                    + " ETag of the version: 428 without, 412 when it is stale. 409 when the version is not a draft."
                    + " Answers the certification, with the version's new ETag.")
    @APIResponse(
            responseCode = "201",
            description = "the certification",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Certification.class)))
    public RestResponse<Certification> add(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CertificationInput input) {
        DraftCertifications.Added added = drafts.add(id, number, input, ifMatch);
        return Versioned.created(
                "/api/v1/certifications/" + added.certification().id(),
                added.certification(),
                Versioned.tag(added.draftRevision()));
    }

    @DELETE
    @Path("/{id}/versions/{number}/certifications/{certificationId}")
    @Operation(
            summary = "Take a certification out of a draft",
            description = "Versions that name it keep it, and so does its rule. Needs If-Match with the ETag of the"
                    + " version: 428 without, 412 when it is stale. 409 when the version is not a draft. Answers 204"
                    + " with the version's new ETag.")
    @APIResponse(responseCode = "204", description = "the draft does not name it any more")
    public RestResponse<Void> remove(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @PathParam("certificationId") UUID certificationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        long revision = drafts.remove(id, number, certificationId, ifMatch);
        return RestResponse.ResponseBuilder.<Void>noContent()
                .tag(Versioned.tag(revision))
                .build();
    }
}
