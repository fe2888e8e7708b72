package org.dualtraining.catalog.certification;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.catalog.framework.QueryParameters;
import org.dualtraining.catalog.lists.ListAnswers;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.text.CalendarDate;
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

@Path("/api/v1/certifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "certifications")
class CertificationResource {

    private final Certifications certifications;
    private final EnterRule enterRule;
    private final ListAnswers lists;
    private final Clock clock;

    @Inject
    CertificationResource(Certifications certifications, EnterRule enterRule, ListAnswers lists, Clock clock) {
        this.certifications = certifications;
        this.enterRule = enterRule;
        this.lists = lists;
        this.clock = clock;
    }

    @GET
    @Authenticated
    @Operation(summary = "List certifications", description = "By framework, in the order of its document.")
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
                                                        implementation = Certification.class),
                                                @SchemaProperty(
                                                        name = "next",
                                                        type = SchemaType.STRING,
                                                        description = "send it as `cursor` to get the page after this")
                                            })))
    @APIResponse(responseCode = "304", description = "unchanged since the ETag in If-None-Match")
    public RestResponse<byte[]> list(
            @Parameter(description = "id of a framework") @QueryParam("framework") @Nullable String framework,
            @BeanParam PageRequest page,
            @Context UriInfo uri,
            @Context Request request) {
        LocalDate today = LocalDate.now(clock);
        UUID ofFramework = QueryParameters.uuid("framework", framework);
        return lists.answer(uri, request, certifications.state() + '/' + today, () -> Page.of(
                        certifications.page(ofFramework, page), page, StoredCertification::key)
                .map(certification -> certification.view(today)));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read a certification", description = "With its rule and all versions of it.")
    public RestResponse<Certification> get(@PathParam("id") UUID id, @Context Request request) {
        StoredCertification found = certifications.find(id).orElseThrow(() -> new NotFound("certification"));
        LocalDate today = LocalDate.now(clock);
        return Versioned.ok(request, found.view(today), found.tag(today));
    }

    @PUT
    @Path("/{id}/rule")
    @RolesAllowed(Role.AGENCY)
    @Operation(
            summary = "Enter a certification's rule",
            description =
                    "A new version of the rule, which holds from a day on: of the rules whose day has come the one with the"
                            + " latest day holds, of several of one day the one that was entered last. The rule that holds"
                            + " on that day anyway changes nothing. Needs If-Match: 428 without, 412"
                            + " when it is stale. 400 when the tree is not built as documented, 422 when it cannot be evaluated"
                            + " in the certification's framework, both with the place of every error.")
    public RestResponse<Certification> enter(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(
                            description = "what to note about the rule; readers see it beside it",
                            example = "Illustration, to be confirmed by the agency")
                    @QueryParam("note")
                    @PlainText(max = 300)
                    @Nullable
                    String note,
            @Parameter(description = "the day from which it holds, in UTC; absent, today", example = "2027-01-01")
                    @QueryParam("effectiveFrom")
                    @CalendarDate
                    @Nullable
                    LocalDate effectiveFrom,
            @NotNull RequirementRule rule) {
        StoredCertification certification = enterRule.handle(id, rule, note, effectiveFrom, ifMatch);
        LocalDate today = LocalDate.now(clock);
        return Versioned.changed(certification.view(today), certification.tag(today));
    }
}
