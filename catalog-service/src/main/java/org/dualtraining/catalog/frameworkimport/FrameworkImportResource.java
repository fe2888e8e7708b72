package org.dualtraining.catalog.frameworkimport;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.catalog.framework.QueryParameters;
import org.dualtraining.catalog.upload.Uploads;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.query.QueryFlag;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/framework-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "framework imports")
@RolesAllowed(Role.AGENCY)
class FrameworkImportResource {

    private final Uploads uploads;
    private final ImportFramework importFramework;

    @Inject
    FrameworkImportResource(Uploads uploads, ImportFramework importFramework) {
        this.uploads = uploads;
        this.importFramework = importFramework;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Import a framework from an exchange format",
            description =
                    "A CASE package (application/json, v1.0 or v1.1) or a competency CSV (text/csv). Makes a draft"
                            + " version, whole or not at all: 422 lists every problem by its place. The same content again"
                            + " answers 200 and changes nothing. 413 above 16 MiB, 415 for another media type.")
    @APIResponse(
            responseCode = "200",
            description = "a dry run, or the latest version says the same: nothing was stored")
    @APIResponse(
            responseCode = "201",
            description = "a draft version was made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportReport.class)))
    public RestResponse<ImportReport> post(
            @Parameter(description = "true answers the report and the difference and stores nothing")
                    @QueryParam("dryRun")
                    @Nullable
                    String dryRun,
            @Parameter(description = "what the file is called, for the provenance")
                    @QueryParam("name")
                    @DefaultValue("framework")
                    @PlainText
                    String name,
            @Parameter(description = "id of the occupation that it is for; absent for the one of its title")
                    @QueryParam("occupation")
                    @Nullable
                    String occupation,
            @Parameter(description = "true gives UUIDs to entries whose identifiers are none, and keeps those beside")
                    @QueryParam("mintIdentifiers")
                    @Nullable
                    String mintIdentifiers,
            @Parameter(description = "true takes in, whole, a file with problems that can be kept as they are")
                    @QueryParam("acceptProblems")
                    @Nullable
                    String acceptProblems,
            @Context HttpHeaders headers,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(type = SchemaType.OBJECT)),
                                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
                            })
                    InputStream body) {
        ImportOptions options = new ImportOptions(
                name,
                QueryFlag.isTrue("mintIdentifiers", mintIdentifiers),
                QueryFlag.isTrue("acceptProblems", acceptProblems));
        Optional<UUID> attachedTo = Optional.ofNullable(QueryParameters.uuid("occupation", occupation));
        boolean isDryRun = QueryFlag.isTrue("dryRun", dryRun);
        FrameworkReader reader = importFramework.readerOf(Optional.ofNullable(headers.getMediaType()));
        ImportReport report =
                uploads.read(body, bytes -> importFramework.handle(reader, bytes, options, attachedTo, isDryRun));
        return report.changed() && !report.dryRun()
                ? Versioned.created(
                        "/api/v1/frameworks/" + report.frameworkId() + "/versions/" + report.version(),
                        report,
                        Versioned.tag(1))
                : RestResponse.ok(report);
    }
}
