package org.dualtraining.progress.reconciliation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.problem.NotFound;
import org.eclipse.microprofile.jwt.JsonWebToken;
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
class ReconciliationResource {

    private final Reconciliations reconciliations;
    private final Reconcile reconcile;
    private final JsonWebToken token;

    @Inject
    ReconciliationResource(Reconciliations reconciliations, Reconcile reconcile, JsonWebToken token) {
        this.reconciliations = reconciliations;
        this.reconcile = reconcile;
        this.token = token;
    }

    @POST
    @Path("/reconciliations")
    @Operation(
            summary = "Compare every plan with what plan-service says of it now",
            description = "Reads plan-service with the token of this request. What differs is looked at again after"
                    + " everything that was said has been taken in; only what differs still is named. Changes nothing. Read"
                    + " the address in `Location` for the outcome.")
    @APIResponse(
            responseCode = "202",
            description = "it was begun",
            headers =
                    @Header(
                            name = "Location",
                            description = "the reconciliation",
                            schema = @Schema(type = SchemaType.STRING, format = "uri-reference")))
    @APIResponse(responseCode = "409", description = "another one is running")
    public RestResponse<ReconciliationView> request() {
        ReconciliationView requested = reconciliations.request().orElseThrow(AnotherReconciliationRuns::new);
        reconcile.begin(requested.id(), token.getRawToken());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, requested)
                .location(URI.create("/api/v1/admin/reconciliations/" + requested.id()))
                .build();
    }

    @GET
    @Path("/reconciliations")
    @Operation(summary = "List reconciliations", description = "The newest first.")
    @APIResponse(responseCode = "200", description = "one page")
    @APIResponse(responseCode = "400", description = "a query parameter cannot be read")
    public Page<ReconciliationView> list(@BeanParam PageRequest page) {
        return Page.of(reconciliations.before(page.beforeId(), page.rows()), page, row -> row.id()
                .toString());
    }

    @GET
    @Path("/reconciliations/{id}")
    @Operation(
            summary = "Read what a reconciliation found",
            description =
                    "Each difference names the plan and its kind: MISSING_HERE, UNKNOWN_THERE, EPOCH, STATUS, EMPLOYER,"
                            + " or LINE with the competency.")
    @APIResponse(responseCode = "200", description = "the reconciliation")
    @APIResponse(responseCode = "404", description = "there is none with this id")
    public ReconciliationView get(@PathParam("id") UUID id) {
        return reconciliations.find(id).orElseThrow(() -> new NotFound("reconciliation"));
    }
}
