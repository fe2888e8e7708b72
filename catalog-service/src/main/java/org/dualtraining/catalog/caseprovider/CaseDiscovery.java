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
import org.dualtraining.catalog.casepackage.CaseJson;
import org.dualtraining.catalog.casepackage.CaseVersion;
import org.dualtraining.catalog.export.ProviderConfig;

/** The provider's part of this service's own OpenAPI document, as one version of CASE has it. */
@ApplicationScoped
class CaseDiscovery {

    private static final String GENERATED = "META-INF/quarkus-generated-openapi-doc.JSON";
    private static final String ROOT = "/ims/case/{version}/";
    private static final String SCHEMAS = "#/components/schemas/";

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
                paths.set(path.getKey().substring(ROOT.length() - 1), item);
            }
        }
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        Set<String> needed = new LinkedHashSet<>();
        collect(paths, all.at("/components/schemas"), needed);
        needed.forEach(name -> schemas.set(name, all.at("/components/schemas").path(name)));
        ((ObjectNode) document.path("components")).set("securitySchemes", all.at("/components/securitySchemes"));
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
