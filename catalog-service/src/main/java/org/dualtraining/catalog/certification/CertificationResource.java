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
import java.util.UUID;
import org.dualtraining.catalog.framework.QueryParameters;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/certifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "certifications")
class CertificationResource {

    private final Certifications certifications;
    private final EnterRule enterRule;

    @Inject
    CertificationResource(Certifications certifications, EnterRule enterRule) {
        this.certifications = certifications;
        this.enterRule = enterRule;
    }

    @GET
    @Authenticated
    @Operation(summary = "List certifications", description = "By framework, in the order of its document.")
    public Page<Certification> list(
            @Parameter(description = "id of a framework") @QueryParam("framework") @Nullable String framework,
            @BeanParam PageRequest page) {
        return Page.of(
                        certifications.page(QueryParameters.uuid("framework", framework), page),
                        page,
                        StoredCertification::key)
                .map(StoredCertification::view);
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read a certification", description = "With its rule and all versions of it.")
    public RestResponse<Certification> get(@PathParam("id") UUID id, @Context Request request) {
        StoredCertification found = certifications.find(id).orElseThrow(() -> new NotFound("certification"));
        return Versioned.ok(request, found.view(), Versioned.tag(found.revision()));
    }

    @PUT
    @Path("/{id}/rule")
    @RolesAllowed(Role.AGENCY)
    @Operation(
            summary = "Enter a certification's rule",
            description =
                    "A new version of the rule; the same rule again changes nothing. Needs If-Match: 428 without, 412"
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
            @NotNull RequirementRule rule) {
        StoredCertification certification = enterRule.handle(id, rule, note, ifMatch);
        return Versioned.changed(certification.view(), Versioned.tag(certification.revision()));
    }
}
