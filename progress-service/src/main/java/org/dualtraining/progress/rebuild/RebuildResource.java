package org.dualtraining.progress.rebuild;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.problem.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/admin")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AGENCY)
@Tag(name = "Operations")
class RebuildResource {

    private final Rebuilds rebuilds;
    private final RebuildWorker worker;

    @Inject
    RebuildResource(Rebuilds rebuilds, RebuildWorker worker) {
        this.rebuilds = rebuilds;
        this.worker = worker;
    }

    @POST
    @Path("/rebuilds")
    @Operation(
            summary = "Build everything that is derived anew from the topics",
            description =
                    "Reads the whole history a second time, beside the running intake, compares the outcome with what"
                            + " there is, and puts it in its place in one transaction. Reads and intake go on; eligibility that"
                            + " changes by it is published, and dead letters whose records it could take are closed as REBUILT."
                            + " With `dryRun` it ends after the comparison. Survives kills. Meanwhile no dead letter is redriven."
                            + " Read the address in `Location` for how far it is.")
    @APIResponse(
            responseCode = "202",
            description = "it was begun",
            headers =
                    @Header(
                            name = "Location",
                            description = "the rebuild",
                            schema = @Schema(type = SchemaType.STRING, format = "uri-reference")))
    @APIResponse(responseCode = "409", description = "another one is running")
    public RestResponse<RebuildView> request(@NotNull RebuildInput input) {
        Rebuild rebuild = rebuilds.request(input.isDryRun()).orElseThrow(AnotherRebuildRuns::new);
        worker.wakeUp();
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, RebuildView.of(rebuild))
                .location(URI.create("/api/v1/admin/rebuilds/" + rebuild.id()))
                .build();
    }

    @GET
    @Path("/rebuilds")
    @Operation(summary = "List rebuilds", description = "The newest first.")
    @APIResponse(responseCode = "200", description = "one page")
    @APIResponse(responseCode = "400", description = "a query parameter cannot be read")
    public Page<RebuildView> list(@BeanParam PageRequest page) {
        List<Rebuild> rows = rebuilds.before(page.beforeId(), page.rows());
        return Page.of(rows, page, row -> row.id().toString()).map(RebuildView::of);
    }

    @GET
    @Path("/rebuilds/{id}")
    @Operation(
            summary = "Read how far a rebuild is and what it came to",
            description =
                    "RUNNING, then COMPARED (a dry run), SWAPPED, CANCELLED or FAILED. Per table: rows and hash as they"
                            + " are and as the history gives them, and some of the plans that differ.")
    @APIResponse(responseCode = "200", description = "the rebuild")
    @APIResponse(responseCode = "404", description = "there is none with this id")
    public RebuildView get(@PathParam("id") UUID id) {
        return RebuildView.of(rebuilds.find(id).orElseThrow(() -> new NotFound("rebuild")));
    }

    @POST
    @Path("/rebuilds/{id}/cancellation")
    @Operation(
            summary = "Cancel a rebuild",
            description = "What it has built so far is dropped; what there is stays. 409 when it is over already.")
    @APIResponse(responseCode = "200", description = "it is cancelled")
    @APIResponse(responseCode = "404", description = "there is none with this id")
    @APIResponse(responseCode = "409", description = "it is over")
    public RebuildView cancel(@PathParam("id") UUID id) {
        Rebuild rebuild = rebuilds.find(id).orElseThrow(() -> new NotFound("rebuild"));
        rebuilds.end(rebuild.id(), RebuildState.CANCELLED);
        return get(id);
    }
}
