package org.dualtraining.catalog.caseprovider;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.catalog.CaseSchemas;
import org.dualtraining.catalog.CatalogApi;
import org.dualtraining.catalog.SeedDocument;
import org.dualtraining.catalog.WithServers;
import org.dualtraining.catalog.casepackage.CaseJson;
import org.dualtraining.catalog.casepackage.CaseVersion;
import org.dualtraining.catalog.export.ProviderConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithServers
class CaseProviderResourceTest {

    private static final String CASE = "/ims/case/v1p1/";
    private static UUID seed = new UUID(0, 0);

    @BeforeEach
    void import_the_seed_and_some_others() {
        if (seed.getMostSignificantBits() != 0) {
            return;
        }
        String id = CatalogApi.post(SeedDocument.bytes()).then().extract().path("frameworkId");
        seed = UUID.fromString(id);
        for (int i = 0; i < 3; i++) {
            CatalogApi.imported(CatalogApi.smallModel(CatalogApi.newOccupation()));
        }
    }

    @ParameterizedTest
    @EnumSource(CaseVersion.class)
    void every_endpoint_answers_for_the_seed_as_its_schema_says(CaseVersion version) {
        JsonNode file = json(get(version, "CFPackages/" + seed));
        assertThat(CaseSchemas.violations(version, file.toString())).isEmpty();
        Map<String, String> definitions = Map.of(
                "CFItems", "CFPckgItem",
                "CFAssociations", "CFPckgAssociation",
                "CFRubrics", "CFRubric");
        definitions.forEach((path, definition) -> {
            String id = file.at("/" + path + "/0/identifier").asText();
            ObjectNode answer = (ObjectNode) json(get(version, path + "/" + id));
            assertValid(version, definition, answer);
        });
        for (String path : List.of("CFConcepts", "CFSubjects", "CFItemTypes", "CFLicenses", "CFAssociationGroupings")) {
            String id = file.at("/CFDefinitions/" + path + "/0/identifier").asText();
            JsonNode answer = json(get(version, path + "/" + id));
            boolean isSet = !path.equals("CFLicenses") && !path.equals("CFAssociationGroupings");
            JsonNode one = isSet ? answer.path(path).path(0) : answer;
            assertThat(one.path("identifier").asText()).isEqualTo(id);
            assertValid(version, path.substring(0, path.length() - 1), (ObjectNode) one);
        }
        ObjectNode document = (ObjectNode) json(get(version, "CFDocuments/" + seed));
        assertThat(document.at("/CFPackageURI/uri").asText())
                .isEqualTo("http://127.0.0.1:8081/ims/case/" + version.path() + "/CFPackages/" + seed);
        assertValid(version, version == CaseVersion.V1_1 ? "CFPckgDocument" : "CFPackageDocument", document);
    }

    private static void assertValid(CaseVersion version, String definition, ObjectNode entity) {
        ObjectNode inside = entity.deepCopy();
        String name = definition;
        if (version == CaseVersion.V1_1) {
            assertThat(!definition.equals("CFPckgItem") || entity.has("CFDocumentURI"))
                    .isTrue();
            // what packages forbid and single entities have
            inside.remove(List.of("CFDocumentURI", "CFPackageURI"));
        } else {
            name = definition.replace("Pckg", "Package");
        }
        assertThat(CaseSchemas.violations(version, name, inside.toString()))
                .as(definition)
                .isEmpty();
        assertThat(entity.toString()).doesNotContain("null");
    }

    @Test
    void an_item_comes_with_all_associations_that_touch_it() {
        JsonNode file = json(get(CaseVersion.V1_1, "CFPackages/" + seed));
        String parent = "";
        for (JsonNode item : file.path("CFItems")) {
            if (item.path("abbreviatedStatement").asText().equals("Health Industry Fundamentals")) {
                parent = item.path("identifier").asText();
            }
        }
        JsonNode answer = json(get(CaseVersion.V1_1, "CFItemAssociations/" + parent));
        assertThat(answer.at("/CFItem/identifier").asText()).isEqualTo(parent);
        List<String> types = answer.path("CFAssociations").findValuesAsText("associationType");
        // five children, its own place, and the next row of the form
        assertThat(types.stream().filter("isChildOf"::equals)).hasSize(6);
        assertThat(types).contains("precedes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CFDocuments",
                "CFPackages",
                "CFItems",
                "CFItemAssociations",
                "CFAssociations",
                "CFAssociationGroupings",
                "CFConcepts",
                "CFItemTypes",
                "CFLicenses",
                "CFRubrics",
                "CFSubjects"
            })
    void a_malformed_and_an_unknown_id_are_both_not_found(String path) {
        failure(get(CaseVersion.V1_1, path + "/not-a-uuid"), 404, "invalid_uuid");
        failure(get(CaseVersion.V1_1, path + "/" + UUID.randomUUID()), 404, "unknownobject");
        failure(get(CaseVersion.V1_0, path + "/" + UUID.randomUUID()), 404, "unknownobject");
    }

    @Test
    void every_refusal_below_ims_case_has_the_body_of_case() {
        failure(given().get(CASE + "CFDocuments"), 401, "unauthorisedrequest");
        failure(CatalogApi.college().get("/ims/case/v9p9/CFDocuments"), 404, "unknownobject");
        failure(CatalogApi.college().get(CASE + "NoSuchThings/1"), 404, "unknownobject");
        failure(CatalogApi.agency().delete(CASE + "CFDocuments"), 405, "invalid_data");
        failure(CatalogApi.college().accept("text/html").get(CASE + "CFDocuments"), 406, "invalid_data");
        failure(list("limit=0"), 400, "invalid_data");
        failure(list("limit=abc"), 400, "invalid_data");
        failure(list("offset=-1"), 400, "invalid_data");
    }

    @Test
    void pages_yield_every_document_once_and_say_how_many_there_are() {
        int total = Integer.parseInt(list("limit=1").header("X-Total-Count"));
        assertThat(total).isGreaterThanOrEqualTo(4);
        for (String order :
                List.of("", "&sort=title&orderBy=desc", "&sort=language", "&sort=adoptionStatus&orderBy=asc")) {
            List<String> seen = new ArrayList<>();
            String next = "http://any" + CASE + "CFDocuments?limit=2" + order;
            while (!next.isEmpty()) {
                Response page =
                        CatalogApi.college().urlEncodingEnabled(false).get(next.substring(next.indexOf("/ims/")));
                page.then().statusCode(200).header("X-Total-Count", String.valueOf(total));
                seen.addAll(page.path("CFDocuments.identifier"));
                next = link(page, "next");
            }
            assertThat(seen).hasSize(total).doesNotHaveDuplicates();
        }
    }

    @Test
    void link_leads_to_the_first_last_next_and_previous_page() {
        int total = Integer.parseInt(list("limit=1").header("X-Total-Count"));
        Response second = list("limit=1&offset=1&sort=title");
        assertThat(link(second, "first"))
                .isEqualTo("http://127.0.0.1:8081" + CASE + "CFDocuments?limit=1&offset=0&sort=title");
        assertThat(link(second, "prev")).contains("offset=0");
        assertThat(link(second, "next")).contains("offset=2").contains("sort=title");
        assertThat(link(second, "last")).contains("offset=" + (total - 1));
        assertThat(link(list("limit=1"), "prev")).isEmpty();
        assertThat(link(list("offset=" + (total - 1)), "next")).isEmpty();
        list("offset=100000").then().statusCode(200).body("CFDocuments.size()", equalTo(0));
    }

    @Test
    void a_filter_chooses_in_any_case_and_an_unknown_field_fails_without_data() {
        list("filter=title~'HEALTH RECORDS'").then().body("CFDocuments.identifier", hasItem(seed.toString()));
        list("filter=title='no such title'")
                .then()
                .body("CFDocuments.size()", equalTo(0))
                .header("X-Total-Count", "0");
        list("filter=subjectURI.title='health care services' AND identifier='" + seed + "'")
                .then()
                .body("CFDocuments.size()", equalTo(1));
        list("filter=identifier='x' OR identifier='" + seed + "'").then().body("CFDocuments.size()", equalTo(1));
        failure(list("filter=noSuchField='x'"), 400, "invalid_filter_field");
        failure(list("filter=title"), 400, "invalid_filter_field");
        assertThat(list("filter=noSuchField='x'").asString()).doesNotContain("CFDocuments\":");
    }

    @Test
    void an_unknown_sort_field_gives_the_default_order_with_data() {
        assertThat(list("sort=noSuchField").<List<String>>path("CFDocuments.identifier"))
                .isEqualTo(list("limit=100").<List<String>>path("CFDocuments.identifier"))
                .isSorted();
    }

    @Test
    void fields_choose_members_an_unknown_one_gives_all_and_a_blank_one_is_refused() {
        Response two = list("fields=identifier,title");
        assertThat(two.<List<Map<String, Object>>>path("CFDocuments"))
                .allSatisfy(document -> assertThat(document).containsOnlyKeys("identifier", "title"));
        list("fields=identifier,noSuchField").then().body("CFDocuments.uri", everyItem(notNullValue()));
        failure(list("fields="), 400, "invalid_selection_field");
        failure(list("fields=%20"), 400, "invalid_selection_field");
    }

    @Test
    void a_change_bumps_the_time_and_the_tags_and_what_is_unchanged_is_304() {
        UUID framework = CatalogApi.imported(CatalogApi.smallModel(CatalogApi.newOccupation()));
        String path = CASE + "CFPackages/" + framework;
        String tag =
                CatalogApi.college().get(path).then().statusCode(200).extract().header("ETag");
        String listTag = list("limit=500").header("ETag");
        assertThat(tag).startsWith("\"");
        CatalogApi.college().header("If-None-Match", tag).get(path).then().statusCode(304);
        CatalogApi.college()
                .header("If-None-Match", listTag)
                .get(CASE + "CFDocuments?limit=500")
                .then()
                .statusCode(304);
        Instant before = changed(framework);
        CatalogApi.agency()
                .post(CatalogApi.FRAMEWORKS + framework + "/versions/1/publication")
                .then()
                .statusCode(200);
        assertThat(changed(framework)).isAfter(before);
        Response after = CatalogApi.college().header("If-None-Match", tag).get(path);
        after.then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("CFDocument.adoptionStatus", equalTo("Implemented"));
        CatalogApi.college()
                .header("If-None-Match", listTag)
                .get(CASE + "CFDocuments?limit=500")
                .then()
                .statusCode(200);
        before = changed(framework);
        CatalogApi.agency()
                .post(CatalogApi.FRAMEWORKS + framework + "/versions/1/retirement")
                .then()
                .statusCode(200);
        assertThat(changed(framework)).isAfter(before);
        CatalogApi.college().get(path).then().body("CFDocument.adoptionStatus", equalTo("Retired"));
    }

    @Test
    void the_discovery_document_describes_every_endpoint_of_the_provider() {
        JsonNode document = json(get(CaseVersion.V1_1, "discovery/imscasev1p1_openapi3_v1p0.json"));
        HashSet<String> paths = new HashSet<>();
        document.path("paths").fieldNames().forEachRemaining(paths::add);
        assertThat(document.at("/servers/0/url").asText()).isEqualTo("http://127.0.0.1:8081/ims/case/v1p1");
        assertThat(paths)
                .contains(
                        "/CFDocuments",
                        "/CFDocuments/{id}",
                        "/CFPackages/{id}",
                        "/CFItems/{id}",
                        "/CFItemAssociations/{id}",
                        "/CFAssociations/{id}",
                        "/CFAssociationGroupings/{id}",
                        "/CFConcepts/{id}",
                        "/CFItemTypes/{id}",
                        "/CFLicenses/{id}",
                        "/CFRubrics/{id}",
                        "/CFSubjects/{id}");
        assertThat(document.toString()).doesNotContain("/api/v1").doesNotContain("\"name\":\"version\"");
        failure(get(CaseVersion.V1_1, "discovery/other.json"), 404, "unknownobject");
    }

    @ParameterizedTest
    @EnumSource(CaseVersion.class)
    void the_discovery_document_is_of_openapi_3_0_and_names_its_operations_as_case_does(CaseVersion version) {
        JsonNode document = json(get(version, "discovery/imscase" + version.path() + "_openapi3_v1p0.json"));
        assertThat(document.path("openapi").asText()).isEqualTo("3.0.3");
        assertThat(document.findValues("examples")).isEmpty();
        assertThat(document.findValuesAsText("operationId"))
                .contains(
                        "getAllCFDocuments",
                        "getCFDocument",
                        "getCFPackage",
                        "getCFItem",
                        "getCFItemAssociations",
                        "getCFAssociation",
                        "getCFAssociationGrouping",
                        "getCFConcept",
                        "getCFItemType",
                        "getCFLicense",
                        "getCFRubric",
                        "getCFSubject")
                .hasSameSizeAs(document.path("paths"));
        JsonNode schemas = document.at("/components/schemas");
        assertThat(schemas.at("/CFItem/required")).map(JsonNode::asText).contains("identifier", "fullStatement");
        assertThat(document.findValuesAsText("$ref"))
                .allMatch(ref -> schemas.has(ref.substring("#/components/schemas/".length())));
        assertThat(schemas.has("Problem")).isFalse();
    }

    @Test
    void a_tag_is_of_one_provider_only() {
        assertThat(CasePackages.tag(CaseVersion.V1_1, 1, provider("https://a.example", "Catalog")))
                .isEqualTo(CasePackages.tag(CaseVersion.V1_1, 1, provider("https://a.example", "Catalog")))
                .isNotEqualTo(CasePackages.tag(CaseVersion.V1_0, 1, provider("https://a.example", "Catalog")))
                .isNotEqualTo(CasePackages.tag(CaseVersion.V1_1, 1, provider("https://b.example", "Catalog")))
                .isNotEqualTo(CasePackages.tag(CaseVersion.V1_1, 1, provider("https://a.example", "Other")));
    }

    private static ProviderConfig provider(String url, String name) {
        return new ProviderConfig() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public String name() {
                return name;
            }
        };
    }

    private static Instant changed(UUID framework) {
        return Instant.parse(get(CaseVersion.V1_1, "CFDocuments/" + framework).path("lastChangeDateTime"));
    }

    private static Response get(CaseVersion version, String path) {
        return CatalogApi.college().get("/ims/case/" + version.path() + "/" + path);
    }

    private static Response list(String query) {
        return CatalogApi.college()
                .urlEncodingEnabled(false)
                .get(CASE + "CFDocuments?"
                        + query.replace(" ", "%20")
                                .replace("'", "%27")
                                .replace(">", "%3E")
                                .replace("<", "%3C"));
    }

    private static JsonNode json(Response response) {
        response.then().statusCode(200).contentType("application/json");
        return CaseJson.object(response.asString());
    }

    private static void failure(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/json")
                .body("imsx_codeMajor", equalTo("failure"))
                .body("imsx_severity", equalTo("error"))
                .body("imsx_description", notNullValue())
                .body("imsx_codeMinor.imsx_codeMinorField[0].imsx_codeMinorFieldName", notNullValue())
                .body("imsx_codeMinor.imsx_codeMinorField[0].imsx_codeMinorFieldValue", equalTo(code));
    }

    private static String link(Response page, String rel) {
        for (String link : page.header("Link").split(", <", -1)) {
            if (link.endsWith("rel=\"" + rel + "\"")) {
                return link.substring(link.startsWith("<") ? 1 : 0, link.indexOf('>'));
            }
        }
        return "";
    }
}
