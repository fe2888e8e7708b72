package org.dualtraining.progress.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.dualtraining.kit.party.Role;
import org.dualtraining.progress.report.ReportFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/exports")
@Produces(ReportFormat.CSV)
@RolesAllowed(Role.AGENCY)
@Tag(name = "Dashboard")
class ExportResource {

    private final ProgressExport export;

    @Inject
    ExportResource(ProgressExport export) {
        this.export = export;
    }

    @GET
    @Path("/progress.csv")
    @Operation(
            summary = "All plans with their progress, for a spreadsheet",
            description =
                    "One row per plan, whatever its status, in the order of ids, streamed: rows are read while they are"
                            + " sent, so a row is as new as when it was read, and not older than `as_of`. Ids of people, names of"
                            + " organisations. A cell that a spreadsheet would run as a formula begins with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            description = "the rows after one of headings",
            content = @Content(mediaType = ReportFormat.CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response progress() {
        return ReportFormat.file(export.file());
    }
}
