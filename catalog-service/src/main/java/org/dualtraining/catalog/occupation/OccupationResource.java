package org.dualtraining.catalog.occupation;

import io.quarkus.security.Authenticated;
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
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/occupations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "occupations")
class OccupationResource {

    private final Occupations occupations;

    @Inject
    OccupationResource(Occupations occupations) {
        this.occupations = occupations;
    }

    @GET
    @Authenticated
    @Operation(
            summary = "Search occupations",
            description = "By title, alternate title or code; all without parameters.")
    public Page<Occupation> list(
            @Parameter(description = "part of a title, an alternate title or a code, in any case")
                    @QueryParam("q")
                    @PlainText
                    @Nullable
                    String q,
            @Parameter(description = "a whole code: O*NET-SOC 2010 or 2019, or RAPIDS", example = "29-2071.00")
                    @QueryParam("code")
                    @PlainText(max = 20)
                    @Nullable
                    String code,
            @BeanParam PageRequest page) {
        return Page.of(occupations.page(q, code, page), page, ListedOccupation::key)
                .map(ListedOccupation::occupation);
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read an occupation")
    public RestResponse<Occupation> get(@PathParam("id") UUID id, @Context Request request) {
        ListedOccupation found = occupations.find(id).orElseThrow(() -> new NotFound("occupation"));
        return Versioned.ok(request, found.occupation(), Versioned.tag(found.revision()));
    }
}
