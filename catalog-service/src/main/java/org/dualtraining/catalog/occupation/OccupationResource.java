package org.dualtraining.catalog.occupation;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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

@Path("/api/v1/occupations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "occupations")
class OccupationResource {

    private final Occupations occupations;
    private final EnterCodes enterCodes;
    private final ListAnswers lists;

    @Inject
    OccupationResource(Occupations occupations, EnterCodes enterCodes, ListAnswers lists) {
        this.occupations = occupations;
        this.enterCodes = enterCodes;
        this.lists = lists;
    }

    @GET
    @Authenticated
    @Operation(
            summary = "Search occupations",
            description =
                    "By title, alternate title or code, best first: the title or code itself, the beginning of the"
                            + " title, words or a part of it, alternate titles, then titles with one or two letters wrong. Case,"
                            + " accents, hyphens and singular or plural do not matter. A code of either O*NET-SOC taxonomy also"
                            + " finds what the crosswalk gives for it in the other; six digits also find the specialties. Without"
                            + " parameters all occupations, in the order of their keys.")
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
                                                        implementation = Occupation.class),
                                                @SchemaProperty(
                                                        name = "next",
                                                        type = SchemaType.STRING,
                                                        description = "send it as `cursor` to get the page after this")
                                            })))
    @APIResponse(responseCode = "304", description = "unchanged since the ETag in If-None-Match")
    public RestResponse<byte[]> list(
            @Parameter(description = "a title, a part of one, or a code", example = "medical record technician")
                    @QueryParam("q")
                    @PlainText
                    @Nullable
                    String q,
            @Parameter(
                            description = "a code: O*NET-SOC 2010 or 2019, with or without .00, or RAPIDS",
                            example = "29-2071.00")
                    @QueryParam("code")
                    @PlainText(max = 40)
                    @Nullable
                    String code,
            @BeanParam PageRequest page,
            @Context UriInfo uri,
            @Context Request request) {
        return lists.answer(uri, request, occupations.state(), () -> Page.of(
                        occupations.page(q, code, page), page, ListedOccupation::position)
                .map(ListedOccupation::occupation));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(
            summary = "Read an occupation",
            description = "With its alternate titles and its codes in both O*NET-SOC taxonomies and RAPIDS.")
    public RestResponse<Occupation> get(@PathParam("id") UUID id, @Context Request request) {
        ListedOccupation found = occupations.find(id).orElseThrow(() -> new NotFound("occupation"));
        return Versioned.ok(request, found.occupation(), Versioned.tag(found.revision()));
    }

    @PUT
    @Path("/{id}/codes")
    @RolesAllowed(Role.AGENCY)
    @Operation(
            summary = "Enter an occupation's codes",
            description = "Replaces the codes that an agency entered before; those of documents and of the shipped"
                    + " reference stay. An O*NET-SOC code counts in each taxonomy that lists it. Needs If-Match: 428"
                    + " without, 412 when it is stale. 422 with the place of every code that there is not.")
    public RestResponse<Occupation> enter(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CodesInput input) {
        ListedOccupation changed = enterCodes.handle(id, input, ifMatch);
        return Versioned.changed(changed.occupation(), Versioned.tag(changed.revision()));
    }
}
