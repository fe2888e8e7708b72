package org.dualtraining.catalog.caseprovider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.dualtraining.catalog.casepackage.CaseJson;
import org.dualtraining.catalog.casepackage.CaseVersion;
import org.dualtraining.catalog.casepackage.EntityKind;
import org.dualtraining.catalog.export.ProviderConfig;
import org.dualtraining.kit.precondition.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The endpoints of CASE. Answers are JSON trees: what other systems sent comes back member for member. */
@Path("/ims/case/{version}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "CASE provider")
@APIResponse(
        responseCode = "400",
        description = "a parameter cannot be read",
        content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CaseStatus.class)))
@APIResponse(
        responseCode = "401",
        description = "no good token (unauthorisedrequest)",
        content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CaseStatus.class)))
@APIResponse(
        responseCode = "403",
        description = "the token does not allow this (forbidden)",
        content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CaseStatus.class)))
@APIResponse(
        responseCode = "404",
        description = "no such entity (unknownobject), or the identifier is no UUID (invalid_uuid)",
        content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CaseStatus.class)))
@APIResponse(
        responseCode = "503",
        description = "away or busy (server_busy): the same request again after Retry-After seconds",
        content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CaseStatus.class)))
@APIResponse(
        responseCode = "default",
        description = "refused, in the words of CASE",
        content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CaseStatus.class)))
class CaseProviderResource {

    private static final String ASK_AGAIN = "private, no-cache";

    private final CaseDocuments documents;
    private final CaseEntities entities;
    private final CasePackages packages;
    private final CaseDiscovery discovery;
    private final ProviderConfig provider;

    @Inject
    CaseProviderResource(
            CaseDocuments documents,
            CaseEntities entities,
            CasePackages packages,
            CaseDiscovery discovery,
            ProviderConfig provider) {
        this.documents = documents;
        this.entities = entities;
        this.packages = packages;
        this.discovery = discovery;
        this.provider = provider;
    }

    @GET
    @Path("/CFDocuments")
    @Operation(
            operationId = "getAllCFDocuments",
            summary = "List the frameworks",
            description =
                    "`{CFDocuments: []}`, one of each framework: the newest published version, else the newest draft,"
                            + " else the newest retired one. X-Total-Count says how many the filter lets through; Link has first,"
                            + " last, next and prev. 400 with imsx_StatusInfo when a parameter cannot be read: an unknown filter"
                            + " field (invalid_filter_field), blank fields (invalid_selection_field), another limit or offset"
                            + " (invalid_data).")
    @APIResponse(
            responseCode = "200",
            description = "the page",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "unchanged since the ETag in If-None-Match")
    public RestResponse<byte[]> documents(
            @PathParam("version") String version,
            @BeanParam DocumentQuery query,
            @Context UriInfo uri,
            @Context Request request) {
        CaseVersion caseVersion = version(version);
        query.requireFields(uri.getQueryParameters());
        PageOfDocuments page = PageOfDocuments.of(
                query.select(caseVersion, documents.all(caseVersion)), query.offset(), query.limit());
        ObjectNode body = CaseJson.object();
        ArrayNode list = body.putArray("CFDocuments");
        page.documents().forEach(document -> list.add(query.selected(caseVersion, document)));
        RestResponse<byte[]> answer = tagged(body, page.total() + " ", request);
        answer.getHeaders().putSingle("X-Total-Count", page.total());
        answer.getHeaders()
                .putSingle(HttpHeaders.LINK, page.links(provider.url() + uri.getPath(), uri.getQueryParameters()));
        return answer;
    }

    @GET
    @Path("/CFDocuments/{id}")
    @Operation(operationId = "getCFDocument", summary = "Read a framework's document")
    @APIResponse(
            responseCode = "200",
            description = "the CFDocument",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<byte[]> document(
            @PathParam("version") String version, @PathParam("id") String id, @Context Request request) {
        return tagged(entities.document(version(version), id), "", request);
    }

    @GET
    @Path("/CFPackages/{id}")
    @Operation(
            operationId = "getCFPackage",
            summary = "Read a framework as a whole",
            description =
                    "The id is the document's. 503 with Retry-After when others read, import or export very large packages"
                            + " for longer than 20 seconds, or when the framework changes meanwhile.")
    @APIResponse(
            responseCode = "200",
            description = "the CFPackage",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "unchanged since the ETag in If-None-Match")
    public RestResponse<StreamingOutput> wholePackage(
            @PathParam("version") String version, @PathParam("id") String id, @Context Request request) {
        CaseVersion caseVersion = version(version);
        CaseDocuments.Listed listed =
                documents.find(CaseEntities.id(id)).orElseThrow(() -> CaseFailure.unknown("CFPackage"));
        EntityTag tag = CasePackages.tag(caseVersion, listed.revision(), provider);
        RestResponse<StreamingOutput> answer = request.evaluatePreconditions(tag) == null
                ? Versioned.ok(request, packages.of(caseVersion, listed), tag)
                : Versioned.ok(request, out -> {}, tag);
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
        return answer;
    }

    @GET
    @Path("/CFItems/{id}")
    @Operation(operationId = "getCFItem", summary = "Read an item")
    @APIResponse(
            responseCode = "200",
            description = "the CFItem",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<byte[]> item(
            @PathParam("version") String version, @PathParam("id") String id, @Context Request request) {
        return one(version, EntityKind.ITEM, id, request);
    }

    @GET
    @Path("/CFItemAssociations/{id}")
    @Operation(
            operationId = "getCFItemAssociations",
            summary = "Read an item with its associations",
            description = "`{CFItem, CFAssociations: []}`: all that begin or end at the item, in every framework.")
    @APIResponse(
            responseCode = "200",
            description = "the item and its associations",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<byte[]> itemAssociations(
            @PathParam("version") String version, @PathParam("id") String id, @Context Request request) {
        return tagged(entities.itemWithAssociations(version(version), id), "", request);
    }

    @GET
    @Path("/CFAssociations/{id}")
    @Operation(operationId = "getCFAssociation", summary = "Read an association")
    @APIResponse(
            responseCode = "200",
            description = "the CFAssociation",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<byte[]> association(
            @PathParam("version") String version, @PathParam("id") String id, @Context Request request) {
        return one(version, EntityKind.ASSOCIATION, id, request);
    }

    @GET
    @Path("/CFAssociationGroupings/{id}")
    @Operation(operationId = "getCFAssociationGrouping", summary = "Read a grouping of associations")
    @APIResponse(
            responseCode = "200",
            description = "the CFAssociationGrouping",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<byte[]> grouping(
            @PathParam("version") String version, @PathParam("id") String id, @Context Request request) {
        return one(version, EntityKind.ASSOCIATION_GROUPING, id, request);
    }

    @GET
    @Path("/CFConcepts/{id}")
    @Operation(operationId = "getCFConcept", summary = "Read a concept", description = "As a set: `{CFConcepts: []}`.")
    @APIResponse(
            responseCode = "200",
            description = "the set of the one concept",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<byte[]> concept(
            @PathParam("version") String version, @PathParam("id") String id, @Context Request request) {
        return set(version, EntityKind.CONCEPT, id, request);
    }

    @GET
    @Path("/CFItemTypes/{id}")
    @Operation(
            operationId = "getCFItemType",
            summary = "Read an item type",
            description = "As a set: `{CFItemTypes: []}`.")
    @APIResponse(
            responseCode = "200",
            description = "the set of the one item type",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<byte[]> itemType(
            @PathParam("version") String version, @PathParam("id") String id, @Context Request request) {
        return set(version, EntityKind.ITEM_TYPE, id, request);
    }

    @GET
    @Path("/CFLicenses/{id}")
    @Operation(operationId = "getCFLicense", summary = "Read a licence")
    @APIResponse(
            responseCode = "200",
            description = "the CFLicense",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<byte[]> license(
            @PathParam("version") String version, @PathParam("id") String id, @Context Request request) {
        return one(version, EntityKind.LICENSE, id, request);
    }

    @GET
    @Path("/CFRubrics/{id}")
    @Operation(operationId = "getCFRubric", summary = "Read a rubric with its criteria and levels")
    @APIResponse(
            responseCode = "200",
            description = "the CFRubric",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<byte[]> rubric(
            @PathParam("version") String version, @PathParam("id") String id, @Context Request request) {
        return one(version, EntityKind.RUBRIC, id, request);
    }

    @GET
    @Path("/CFSubjects/{id}")
    @Operation(operationId = "getCFSubject", summary = "Read a subject", description = "As a set: `{CFSubjects: []}`.")
    @APIResponse(
            responseCode = "200",
            description = "the set of the one subject",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<byte[]> subject(
            @PathParam("version") String version, @PathParam("id") String id, @Context Request request) {
        return set(version, EntityKind.SUBJECT, id, request);
    }

    @GET
    @Path("/discovery/{file}")
    @Operation(
            operationId = "getDiscovery",
            summary = "Read the provider's OpenAPI document",
            description = "imscasev1p1_openapi3_v1p0.json below v1p1, imscasev1p0_openapi3_v1p0.json below v1p0.")
    @APIResponse(
            responseCode = "200",
            description = "OpenAPI 3",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<byte[]> discovery(
            @PathParam("version") String version, @PathParam("file") String file, @Context Request request) {
        CaseVersion caseVersion = version(version);
        if (!file.equals("imscase" + caseVersion.path() + "_openapi3_v1p0.json")) {
            throw CaseFailure.unknown("discovery document");
        }
        return tagged(discovery.of(caseVersion), "", request);
    }

    private RestResponse<byte[]> one(String version, EntityKind kind, String id, Request request) {
        return tagged(entities.one(version(version), kind, id), "", request);
    }

    private RestResponse<byte[]> set(String version, EntityKind kind, String id, Request request) {
        return tagged(entities.set(version(version), kind, id), "", request);
    }

    private static CaseVersion version(String path) {
        return List.of(CaseVersion.values()).stream()
                .filter(version -> version.path().equals(path))
                .findFirst()
                .orElseThrow(() -> CaseFailure.unknown("version of CASE: there are v1p1 and v1p0"));
    }

    private static RestResponse<byte[]> tagged(ObjectNode body, String beside, Request request) {
        byte[] bytes = CaseJson.bytes(body);
        RestResponse<byte[]> answer = Versioned.ok(request, bytes, ContentTag.of(bytes, beside));
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
        return answer;
    }
}
