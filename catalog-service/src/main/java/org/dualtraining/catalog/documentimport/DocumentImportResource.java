package org.dualtraining.catalog.documentimport;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.io.InputStream;
import java.util.UUID;
import org.dualtraining.catalog.upload.BodyTooLarge;
import org.dualtraining.catalog.upload.Uploads;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/document-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "document imports")
@RolesAllowed(Role.AGENCY)
class DocumentImportResource {

    /** A hundred times what such documents have. */
    private static final int MOST_TEXT_BYTES = 1 << 20;

    private final Uploads uploads;
    private final ImportDocument importDocument;
    private final DocumentImports imports;

    @Inject
    DocumentImportResource(Uploads uploads, ImportDocument importDocument, DocumentImports imports) {
        this.uploads = uploads;
        this.importDocument = importDocument;
        this.imports = imports;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Import a competency model",
            description = "Makes a draft version and reports what was found. Text is kept verbatim; what looks wrong is"
                    + " a finding and is not corrected. The same document again answers 200 with the same ids and"
                    + " changes nothing. 400 when it is no UTF-8 text, 413 above 1 MiB, 415 when it is not text/plain,"
                    + " 422 with what was looked for and not found when it is no competency model.")
    @APIResponse(responseCode = "200", description = "the framework's last import says the same; nothing was stored")
    @APIResponse(
            responseCode = "201",
            description = "a draft version was made",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    public RestResponse<ImportReport> post(
            @Parameter(description = "what the file is called, for the provenance")
                    @QueryParam("name")
                    @DefaultValue("document.txt")
                    @PlainText
                    String name,
            @Context HttpHeaders headers,
            @RequestBody(
                            description = "the document, UTF-8",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.TEXT_PLAIN,
                                            schema = @Schema(implementation = String.class)))
                    InputStream document) {
        requirePlainText(headers.getMediaType());
        ImportReport report = uploads.read(document, bytes -> read(bytes, name));
        return report.changed()
                ? Versioned.created("/api/v1/document-imports/" + report.id(), report, Versioned.tag(1))
                : Versioned.changed(report, Versioned.tag(1));
    }

    private ImportReport read(byte[] document, String name) {
        if (document.length > MOST_TEXT_BYTES) {
            throw new BodyTooLarge(MOST_TEXT_BYTES);
        }
        return importDocument.handle(ReadDocument.of(document, name));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read the report of an import")
    public RestResponse<ImportReport> get(@PathParam("id") UUID id, @Context Request request) {
        ImportReport report = imports.find(id).orElseThrow(() -> new NotFound("document import"));
        return Versioned.ok(request, report, Versioned.tag(1));
    }

    /** The bytes decide whether it is UTF-8: clients add a charset that they do not use. */
    private static void requirePlainText(@Nullable MediaType type) {
        if (type == null || type.isWildcardType() || !type.isCompatible(MediaType.TEXT_PLAIN_TYPE)) {
            throw new UnsupportedDocument();
        }
    }
}
