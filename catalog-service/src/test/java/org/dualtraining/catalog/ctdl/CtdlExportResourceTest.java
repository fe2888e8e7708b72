package org.dualtraining.catalog.ctdl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.catalog.CatalogApi.FRAMEWORKS;
import static org.dualtraining.catalog.CatalogApi.college;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.dualtraining.catalog.CatalogApi;
import org.dualtraining.catalog.WithServers;
import org.junit.jupiter.api.Test;

/** The seed's document as CTDL-ASN. */
@QuarkusTest
@WithServers
class CtdlExportResourceTest {

    private static final String BASE = "http://127.0.0.1:8081";

    @Test
    void the_seed_is_one_framework_with_fifteen_competencies_and_ten_of_them_on_top() throws IOException {
        UUID framework = CatalogApi.published(CatalogApi.seedFor(CatalogApi.newOccupation()));
        JsonNode document = exported(framework);
        assertThat(document.path("@context").asText()).isEqualTo("https://credreg.net/ctdlasn/schema/context/json");
        List<JsonNode> graph = elements(document.path("@graph"));
        assertThat(graph).hasSize(16);
        JsonNode first = graph.get(0);
        assertThat(first.path("@type").asText()).isEqualTo("ceasn:CompetencyFramework");
        assertThat(first.path("ceterms:ctid").asText()).isEqualTo("ce-" + framework);
        assertThat(first.path("ceasn:name").path("en-US").asText())
                .isEqualTo(CatalogApi.version(framework, 1).path("title"));
        assertThat(first.path("ceasn:publicationStatusType").asText()).endsWith("/publicationStatus/Published");
        assertThat(first.path("ceasn:publisherName").path("en-US").path(0).asText())
                .isEqualTo("Dual-training catalog");
        assertThat(Instant.parse(first.path("ceasn:dateModified").asText())).isBefore(Instant.now());
        assertThat(elements(first.path("ceasn:hasTopChild"))).hasSize(10);
    }

    @Test
    void a_competency_says_what_the_version_says() throws IOException {
        UUID framework = CatalogApi.published(CatalogApi.seedFor(CatalogApi.newOccupation()));
        String id = CatalogApi.competencyId(framework, 1, "Perform Basic Coding");
        JsonNode competency =
                Objects.requireNonNull(byId(exported(framework)).get(BASE + "/api/v1/competencies/" + id));
        assertThat(competency.path("ceterms:ctid").asText()).isEqualTo("ce-" + id);
        assertThat(competency.path("ceasn:competencyLabel").path("en-US").asText())
                .isEqualTo("Perform Basic Coding");
        String definition = college().get("/api/v1/competencies/" + id).path("definition");
        assertThat(competency.path("ceasn:competencyText").path("en-US").asText())
                .isEqualTo(definition);
        assertThat(competency.path("ceasn:competencyCategory").path("en-US").asText())
                .isEqualTo("Occupation-Specific Competencies");
    }

    @Test
    void links_go_both_ways() throws IOException {
        Map<String, JsonNode> nodes =
                byId(exported(CatalogApi.published(CatalogApi.seedFor(CatalogApi.newOccupation()))));
        JsonNode framework = nodes.values().stream()
                .filter(node -> node.has("ceasn:hasTopChild"))
                .findFirst()
                .orElseThrow();
        Set<String> down = new HashSet<>();
        Set<String> up = new HashSet<>();
        for (JsonNode node : nodes.values()) {
            String id = node.path("@id").asText();
            elements(node.path("ceasn:hasTopChild")).forEach(child -> down.add(id + " > " + child.asText()));
            elements(node.path("ceasn:hasChild")).forEach(child -> down.add(id + " > " + child.asText()));
            elements(node.path("ceasn:isChildOf")).forEach(parent -> up.add(parent.asText() + " > " + id));
            if (node.has("ceasn:isTopChildOf")) {
                up.add(node.path("ceasn:isTopChildOf").asText() + " > " + id);
            }
            if (node != framework) {
                assertThat(node.path("ceasn:isPartOf")).isEqualTo(framework.path("@id"));
            }
        }
        assertThat(down).hasSize(15).isEqualTo(up);
    }

    @Test
    void every_id_is_there_once_and_is_the_address_of_what_it_names() throws IOException {
        Map<String, JsonNode> nodes =
                byId(exported(CatalogApi.published(CatalogApi.seedFor(CatalogApi.newOccupation()))));
        assertThat(nodes.keySet())
                .allSatisfy(
                        id -> college().get(id.substring(BASE.length())).then().statusCode(200));
    }

    @Test
    void nothing_is_null() throws IOException {
        JsonNode document = exported(CatalogApi.published(CatalogApi.seedFor(CatalogApi.newOccupation())));
        assertThat(document.findParents("@id")).hasSize(16);
        assertThat(document.toString()).doesNotContain(":null", "[null", ",null", "{}", "[]");
    }

    private static JsonNode exported(UUID framework) throws IOException {
        return new ObjectMapper()
                .readTree(college()
                        .queryParam("format", "ctdl-asn")
                        .get(FRAMEWORKS + framework + "/versions/1/export")
                        .then()
                        .statusCode(200)
                        .contentType("application/ld+json")
                        .extract()
                        .asByteArray());
    }

    private static Map<String, JsonNode> byId(JsonNode document) {
        return elements(document.path("@graph")).stream()
                .collect(Collectors.toMap(node -> node.path("@id").asText(), Function.identity()));
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).collect(Collectors.toCollection(ArrayList::new));
    }
}
