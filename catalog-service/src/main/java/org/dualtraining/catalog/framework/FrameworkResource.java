package org.dualtraining.catalog.framework;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.dualtraining.catalog.lists.ListAnswers;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/frameworks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "frameworks")
class FrameworkResource {

    private final Frameworks frameworks;
    private final FrameworkVersions versions;
    private final FrameworkHistory history;
    private final ListAnswers lists;

    @Inject
    FrameworkResource(Frameworks frameworks, FrameworkVersions versions, FrameworkHistory history, ListAnswers lists) {
        this.frameworks = frameworks;
        this.versions = versions;
        this.history = history;
        this.lists = lists;
    }

    @GET
    @Authenticated
    @Operation(summary = "List frameworks", description = "In the order of their occupations' keys.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(
                                                        name = "items",
                                                        type = SchemaType.ARRAY,
                                                        implementation = FrameworkView.class),
                                                @SchemaProperty(
                                                        name = "next",
                                                        type = SchemaType.STRING,
                                                        description = "send it as `cursor` to get the page after this")
                                            })))
    @APIResponse(responseCode = "304", description = "unchanged since the ETag in If-None-Match")
    public RestResponse<byte[]> list(
            @Parameter(description = "id of an occupation") @QueryParam("occupation") @Nullable String occupation,
            @Parameter(
                            description = "only frameworks with a version in this state",
                            schema = @Schema(implementation = VersionStatus.class))
                    @QueryParam("status")
                    @Nullable
                    String status,
            @Parameter(
                            description =
                                    "part of the framework's or the occupation's title; case, accents, hyphens and small"
                                            + " typing errors do not matter")
                    @QueryParam("q")
                    @PlainText
                    @Nullable
                    String q,
            @BeanParam PageRequest page,
            @Context UriInfo uri,
            @Context Request request) {
        FrameworkFilter filter =
                new FrameworkFilter(QueryParameters.uuid("occupation", occupation), QueryParameters.status(status), q);
        return lists.answer(uri, request, frameworks.state(), () -> Page.of(
                        frameworks.page(filter, page), page, ListedFramework::key)
                .map(ListedFramework::view));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read a framework with the list of its versions")
    public RestResponse<FrameworkView> get(@PathParam("id") UUID id, @Context Request request) {
        ListedFramework found = frameworks.find(id).orElseThrow(() -> new NotFound("framework"));
        return Versioned.ok(request, found.view(), Versioned.tag(found.revision()));
    }

    @GET
    @Path("/{id}/diff")
    @Authenticated
    @Operation(summary = "Compare two versions", description = "By the ids and the text of their competencies.")
    public FrameworkDiff diff(
            @PathParam("id") UUID id,
            @Parameter(description = "number of the earlier version", required = true) @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "number of the later version", required = true) @QueryParam("to") @Nullable
                    String to) {
        return FrameworkDiff.between(
                version(id, QueryParameters.versionNumber("from", from)),
                version(id, QueryParameters.versionNumber("to", to)));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Role.AGENCY)
    @Operation(summary = "Read who changed what and when", description = "Oldest first, over all versions.")
    public Page<FrameworkHistory.Entry> history(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        if (frameworks.find(id).isEmpty()) {
            throw new NotFound("framework");
        }
        return Page.of(history.page(id, page), page, entry -> Long.toString(entry.id()));
    }

    private FrameworkVersion version(UUID id, int number) {
        return versions.find(id, number).orElseThrow(() -> new NotFound("framework version"));
    }
}
