package org.dualtraining.catalog.caseprovider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dualtraining.catalog.casepackage.CaseJson;
import org.dualtraining.catalog.casepackage.CaseVersion;
import org.dualtraining.catalog.casepackage.EntityKind;
import org.dualtraining.catalog.casepackage.EntitySchemas;
import org.dualtraining.catalog.export.ProviderConfig;

/** The provider's part of this service's own OpenAPI document, as one version of CASE has it. */
@ApplicationScoped
class CaseDiscovery {

    private static final String GENERATED = "META-INF/quarkus-generated-openapi-doc.JSON";
    private static final String ROOT = "/ims/case/{version}/";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String REFUSAL = SCHEMAS + "imsx_StatusInfo";

    private final Map<CaseVersion, ObjectNode> documents = new EnumMap<>(CaseVersion.class);

    @Inject
    CaseDiscovery(ProviderConfig provider) {
        ObjectNode all = generated();
        for (CaseVersion version : CaseVersion.values()) {
            documents.put(version, of(version, all.deepCopy(), provider.url()));
        }
    }

    ObjectNode of(CaseVersion version) {
        ObjectNode document = documents.get(version);
        if (document == null) {
            throw new IllegalStateException("no document of " + version);
        }
        return document;
    }

    private static ObjectNode of(CaseVersion version, ObjectNode all, String baseUrl) {
        ObjectNode document = CaseJson.object();
        document.put("openapi", "3.0.3");
        document.putObject("info")
                .put("title", "CASE provider of the dual-training catalog")
                .put("version", version.number())
                .put(
                        "description",
                        "Competency frameworks in CASE " + version.number()
                                + ". Every operation needs a bearer token.");
        document.putArray("servers").addObject().put("url", baseUrl + "/ims/case/" + version.path());
        ObjectNode paths = document.putObject("paths");
        for (Map.Entry<String, JsonNode> path : all.path("paths").properties()) {
            if (path.getKey().startsWith(ROOT)) {
                ObjectNode item = path.getValue().deepCopy();
                withoutVersion(item);
                item.forEach(CaseDiscovery::withoutVersion);
                String name = path.getKey().substring(ROOT.length());
                item.forEach(operation -> answers(name, operation.path("responses")));
                paths.set("/" + name, item);
            }
        }
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        Set<String> needed = new LinkedHashSet<>();
        ObjectNode known = (ObjectNode) all.at("/components/schemas");
        known.setAll(EntitySchemas.of(version));
        collect(paths, known, needed);
        needed.forEach(name -> schemas.set(name, known.path(name)));
        ((ObjectNode) document.path("components")).set("securitySchemes", all.at("/components/securitySchemes"));
        withSingleExamples(document);
        return document;
    }

    /** The server's address has it. */
    private static void withoutVersion(JsonNode operation) {
        var parameters = operation.path("parameters").elements();
        while (parameters.hasNext()) {
            if (parameters.next().path("name").asText().equals("version")) {
                parameters.remove();
            }
        }
    }

    /** Trees, which the generator cannot describe; and refusals, which are other ones here than in the rest of the service. */
    private static void answers(String path, JsonNode responses) {
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            if (response.getValue() instanceof ObjectNode described && described.has("content")) {
                boolean isAnswer = response.getKey().equals("200");
                described
                        .putObject("content")
                        .putObject("application/json")
                        .set(
                                "schema",
                                isAnswer ? answer(path) : CaseJson.object().put("$ref", REFUSAL));
            }
        }
    }

    private static ObjectNode answer(String path) {
        return switch (path) {
            case "CFDocuments" -> EntitySchemas.set(EntityKind.DOCUMENT);
            case "CFConcepts/{id}" -> EntitySchemas.set(EntityKind.CONCEPT);
            case "CFItemTypes/{id}" -> EntitySchemas.set(EntityKind.ITEM_TYPE);
            case "CFSubjects/{id}" -> EntitySchemas.set(EntityKind.SUBJECT);
            case "CFPackages/{id}" -> CaseJson.object().put("$ref", SCHEMAS + "CFPackage");
            case "CFItemAssociations/{id}" -> itemAssociations();
            default ->
                Stream.of(EntityKind.values())
                        .filter(kind -> path.equals(kind.plural() + "/{id}"))
                        .map(EntitySchemas::one)
                        .findFirst()
                        .orElseGet(() -> CaseJson.object().put("type", "object"));
        };
    }

    private static ObjectNode itemAssociations() {
        ObjectNode both = EntitySchemas.set(EntityKind.ASSOCIATION);
        both.withArrayProperty("required").add(EntityKind.ITEM.singular());
        both.withObjectProperty("properties").set(EntityKind.ITEM.singular(), EntitySchemas.one(EntityKind.ITEM));
        return both;
    }

    /** The generator writes OpenAPI 3.1; clients of CASE read 3.0, whose schemas have one example. */
    private static void withSingleExamples(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("examples").isArray()) {
            object.set("example", object.remove("examples").path(0));
        }
        node.forEach(CaseDiscovery::withSingleExamples);
    }

    private static void collect(JsonNode node, JsonNode schemas, Set<String> needed) {
        String ref = node.path("$ref").asText();
        if (ref.startsWith(SCHEMAS) && needed.add(ref.substring(SCHEMAS.length()))) {
            collect(schemas.path(ref.substring(SCHEMAS.length())), schemas, needed);
        }
        node.forEach(each -> collect(each, schemas, needed));
    }

    private static ObjectNode generated() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(GENERATED)) {
            if (file == null) {
                throw new IllegalStateException(GENERATED + " is not in the jar");
            }
            return (ObjectNode) CaseJson.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
