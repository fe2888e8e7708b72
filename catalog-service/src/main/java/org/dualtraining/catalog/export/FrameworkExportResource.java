package org.dualtraining.catalog.export;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.FrameworkVersions;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.identity.Sha256;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/frameworks")
@Produces({"application/json", "application/ld+json", "text/csv"})
@Tag(name = "framework versions")
class FrameworkExportResource {

    private final ExportFormats formats;
    private final FrameworkVersions versions;
    private final MakeExport makeExport;
    private final ProviderConfig provider;

    @Inject
    FrameworkExportResource(
            ExportFormats formats, FrameworkVersions versions, MakeExport makeExport, ProviderConfig provider) {
        this.formats = formats;
        this.versions = versions;
        this.makeExport = makeExport;
        this.provider = provider;
    }

    @GET
    @Path("/{id}/versions/{number}/export")
    @Authenticated
    @Operation(
            summary = "Export a version",
            description = "As a file: a CASE package (case-1.1, case-1.0: application/json), CTDL-ASN (ctdl-asn:"
                    + " application/ld+json) or a competency list (csv: text/csv). 400 that lists the formats when"
                    + " `format` is missing or another one; 304 when unchanged since the ETag in If-None-Match; 503 with"
                    + " Retry-After when others export or import large files for longer than 20 seconds.")
    @APIResponse(responseCode = "200", description = "the version in the format that was asked for")
    @APIResponse(responseCode = "304", description = "unchanged since the ETag in If-None-Match")
    public Response get(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @Parameter(description = "case-1.1, case-1.0, ctdl-asn or csv", required = true)
                    @QueryParam("format")
                    @Nullable
                    String name,
            @Context Request request) {
        ExportFormat format = formats.named(name);
        long revision = versions.revision(id, number).orElseThrow(FrameworkExportResource::noVersion);
        Response known = Versioned.ok(request, format.name(), tag(format, revision, provider))
                .toResponse();
        known.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (known.getStatus() != RestResponse.StatusCode.OK) {
            return known;
        }
        FrameworkVersion version = versions.find(id, number).orElseThrow(FrameworkExportResource::noVersion);
        // of several media types the platform chooses by itself for anything but this class
        return Response.fromResponse(known)
                .entity(new ExportWriter.Exported(
                        makeExport.handle(out -> format.of(version).write(out))))
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(version, format) + "\"")
                .build();
    }

    private static NotFound noVersion() {
        return new NotFound("framework version");
    }

    /** Differs wherever the bytes do: addresses begin with the provider's, and some formats name it. */
    static EntityTag tag(ExportFormat format, long revision, ProviderConfig provider) {
        String by = Sha256.of((provider.url() + "\n" + provider.name()).getBytes(StandardCharsets.UTF_8));
        return new EntityTag(format.name() + "." + format.edition() + "." + revision + "." + by.substring(0, 12));
    }

    /** Of letters, digits and hyphens only, whatever the title is. */
    private static String fileName(FrameworkVersion version, ExportFormat format) {
        String ascii = Names.slug(version.content().title()).replaceAll("[^a-z0-9-]", "");
        String title = ascii.substring(0, Math.min(80, ascii.length()));
        return (title.isEmpty() ? "framework" : title) + "-v" + version.number() + "-" + format.name() + "."
                + format.fileExtension();
    }
}
