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
import org.dualtraining.catalog.rendition.Renditions;
import org.dualtraining.catalog.upload.Uploads;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
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

@Path("/api/v1/document-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "document imports")
@RolesAllowed(Role.AGENCY)
class DocumentImportResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
                    + " changes nothing, whatever its format. 400 when a plain text is no UTF-8, 413 above 16 MiB or"
                    + " above 1 MiB of plain text, 415 when it is another format or not what its Content-Type says,"
                    + " 422 when it is broken, encrypted, without text or larger inside than any document, and with"
                    + " what was looked for and not found when it is no document of the family, 503 with Retry-After"
                    + " when others are being read.")
    @APIResponse(
            responseCode = "200",
            description =
                    "an earlier import of the framework, whose version was not given up, says the same; nothing was"
                            + " stored")
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
                            description = "the document; a plain text in UTF-8",
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.TEXT_PLAIN,
                                        schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = DOCX,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                                @Content(
                                        mediaType = "application/pdf",
                                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                                @Content(
                                        mediaType = XLSX,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    InputStream document) {
        String mediaType = mediaType(headers.getMediaType());
        ImportReport report = uploads.read(
                document,
                bytes -> importDocument.handle(ReadDocument.of(bytes, mediaType, name, importDocument::knownNames)));
        return report.changed()
                ? Versioned.created("/api/v1/document-imports/" + report.id(), report, Versioned.tag(1))
                : Versioned.changed(report, Versioned.tag(1));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read the report of an import")
    public RestResponse<ImportReport> get(@PathParam("id") UUID id, @Context Request request) {
        ImportReport report = imports.find(id).orElseThrow(() -> new NotFound("document import"));
        return Versioned.ok(request, report, Versioned.tag(1));
    }

    /** Without parameters: the bytes decide whether it is UTF-8, clients add a charset that they do not use. */
    private static String mediaType(@Nullable MediaType type) {
        String plain = type == null ? "" : type.getType() + "/" + type.getSubtype();
        Renditions.requireReadable(plain);
        return plain;
    }
}
