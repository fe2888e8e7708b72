package org.dualtraining.catalog.framework;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.io.IOException;
import java.util.UUID;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/frameworks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "framework versions")
class FrameworkVersionResource {

    /** Private, because the answer needs a token; immutable, because a published version never changes. */
    private static final String FOR_GOOD = "private, max-age=3600, immutable";

    private static final String ASK_AGAIN = "private, no-cache";

    private final PublishedBytes published;
    private final VersionChanges changes;
    private final ObjectMapper json;

    @Inject
    FrameworkVersionResource(PublishedBytes published, VersionChanges changes, ObjectMapper json) {
        this.published = published;
        this.changes = changes;
        this.json = json;
    }

    @GET
    @Path("/{id}/versions/{number}")
    @Authenticated
    @Operation(
            summary = "Read a whole version",
            description = "A published version never changes and may be cached; its retirement is seen at once in the"
                    + " framework's list of versions.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VersionView.class)))
    @APIResponse(responseCode = "304", description = "unchanged since the ETag in If-None-Match")
    public RestResponse<byte[]> get(
            @PathParam("id") UUID id, @PathParam("number") int number, @Context Request request) {
        PublishedBytes.Answer answer = published.of(id, number).orElseThrow(() -> new NotFound("framework version"));
        RestResponse<byte[]> response = Versioned.ok(request, answer.body(), answer.tag());
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, answer.isDraft() ? ASK_AGAIN : FOR_GOOD);
        return response;
    }

    @POST
    @Path("/{id}/versions")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.AGENCY)
    @Operation(
            summary = "Make a new draft from a version",
            description = "Without a body from the latest version. 422 when there is no version of that number.")
    @APIResponse(
            responseCode = "201",
            description = "the new draft",
            content = @Content(schema = @Schema(implementation = VersionView.class)))
    public RestResponse<VersionView> draft(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = DraftInput.class)))
                    byte[] input)
            throws IOException {
        FrameworkVersion draft = changes.copy(id, DraftInput.read(input, json).from());
        return Versioned.created(
                "/api/v1/frameworks/" + id + "/versions/" + draft.number(),
                VersionView.of(draft),
                Versioned.tag(draft.revision()));
    }

    @POST
    @Path("/{id}/versions/{number}/publication")
    @RolesAllowed(Role.AGENCY)
    @Operation(
            summary = "Publish a draft",
            description =
                    "From then on it never changes. A second time changes nothing. 409 when it is retired, 412 when"
                            + " If-Match is sent and stale.")
    public RestResponse<VersionView> publish(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(changes.publish(id, number, ifMatch));
    }

    @POST
    @Path("/{id}/versions/{number}/retirement")
    @RolesAllowed(Role.AGENCY)
    @Operation(
            summary = "Retire a version or give up a draft",
            description =
                    "Plans that are pinned to it keep it. A second time changes nothing. 412 when If-Match is sent"
                            + " and stale.")
    public RestResponse<VersionView> retire(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(changes.retire(id, number, ifMatch));
    }

    private static RestResponse<VersionView> answer(FrameworkVersion version) {
        return Versioned.changed(VersionView.of(version), Versioned.tag(version.revision()));
    }
}
