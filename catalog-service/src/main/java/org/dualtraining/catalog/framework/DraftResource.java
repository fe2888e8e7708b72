package org.dualtraining.catalog.framework;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/frameworks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "drafts")
@RolesAllowed(Role.AGENCY)
class DraftResource {

    private final DraftEdits edits;
    private final AcceptProposal acceptProposal;

    @Inject
    DraftResource(DraftEdits edits, AcceptProposal acceptProposal) {
        this.edits = edits;
        this.acceptProposal = acceptProposal;
    }

    @POST
    @Path("/{id}/versions/{number}/competencies")
    @Operation(
            summary = "Add a competency to a draft",
            description = "A name that an earlier version of the framework had comes back with its id. Needs If-Match"
                    + " with the ETag of the version: 428 without, 412 when it is stale. 409 when the version is not a"
                    + " draft. Answers the competency, with the version's new ETag.")
    @APIResponse(
            responseCode = "201",
            description = "the competency",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CompetencyView.class)))
    public RestResponse<CompetencyView> add(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CompetencyInput input) {
        DraftEdits.Added added = edits.add(id, number, input, ifMatch);
        return Versioned.created(
                "/api/v1/competencies/" + added.id(),
                view(added.draft(), added.id()),
                Versioned.tag(added.draft().revision()));
    }

    @PUT
    @Path("/{id}/versions/{number}/competencies/{competencyId}")
    @Operation(
            summary = "Reword or move a competency of a draft",
            description = "The id stays: for a change of meaning add another competency and retire this one with"
                    + " `replacedBy`. Needs If-Match with the ETag of the version: 428 without, 412 when it is stale."
                    + " 409 when the version is not a draft. Answers the competency, with the version's new ETag.")
    public RestResponse<CompetencyView> edit(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @PathParam("competencyId") UUID competencyId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CompetencyInput input) {
        FrameworkVersion draft = edits.edit(id, number, competencyId, input, ifMatch);
        return Versioned.changed(view(draft, competencyId), Versioned.tag(draft.revision()));
    }

    @DELETE
    @Path("/{id}/versions/{number}/competencies/{competencyId}")
    @Operation(
            summary = "Retire a competency from a draft",
            description = "Confirms that it ends with this version, as for one that a later document does not mention."
                    + " Versions that have it keep it. Needs If-Match with the ETag of the version: 428 without, 412"
                    + " when it is stale. 409 when the version is not a draft, or when the competency has others below"
                    + " it. Answers the version.")
    public RestResponse<VersionView> retire(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @PathParam("competencyId") UUID competencyId,
            @Parameter(description = "the competency of the draft that takes its place, for a change of meaning")
                    @QueryParam("replacedBy")
                    @Nullable
                    String replacedBy,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(edits.retire(id, number, competencyId, QueryParameters.uuid("replacedBy", replacedBy), ifMatch));
    }

    @POST
    @Path("/{id}/versions/{number}/findings/{findingId}/acceptance")
    @Operation(
            summary = "Accept what a finding proposes",
            description =
                    "The verbatim text stays; the proposal stands beside it in `annotations`, with who accepted it"
                            + " and when. A proposal about a name is recorded as an alias of this framework; PROBABLE_RENAME"
                            + " gives the new name the id of the competency that it renames. A second time changes nothing."
                            + " Needs If-Match with the ETag of the version: 428 without, 412 when it is stale. 409 when the"
                            + " version is not a draft, 422 when the finding proposes nothing. Answers the version.")
    public RestResponse<VersionView> accept(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @PathParam("findingId") UUID findingId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(acceptProposal.handle(id, number, findingId, ifMatch));
    }

    private static CompetencyView view(FrameworkVersion draft, UUID competency) {
        return VersionView.of(draft).competency(competency).orElseThrow();
    }

    private static RestResponse<VersionView> answer(FrameworkVersion version) {
        return Versioned.changed(VersionView.of(version), Versioned.tag(version.revision()));
    }
}
