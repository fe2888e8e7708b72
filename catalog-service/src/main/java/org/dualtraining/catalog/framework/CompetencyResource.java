package org.dualtraining.catalog.framework;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.util.UUID;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/competencies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "competencies")
class CompetencyResource {

    private final Competencies competencies;

    @Inject
    CompetencyResource(Competencies competencies) {
        this.competencies = competencies;
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(
            summary = "Read a competency",
            description = "As its newest version has it, with every version in which it occurs.")
    public RestResponse<CompetencyHistory> get(@PathParam("id") UUID id, @Context Request request) {
        Competencies.VersionedHistory found = competencies.history(id).orElseThrow(() -> new NotFound("competency"));
        return Versioned.ok(request, found.history(), Versioned.tag(found.revision()));
    }
}
