package org.dualtraining.catalog.certification;

import static org.dualtraining.catalog.CatalogApi.CERTIFICATIONS;
import static org.dualtraining.catalog.CatalogApi.FRAMEWORKS;
import static org.dualtraining.catalog.CatalogApi.agency;
import static org.dualtraining.catalog.CatalogApi.college;
import static org.dualtraining.catalog.CatalogApi.imported;
import static org.dualtraining.catalog.CatalogApi.isProblem;
import static org.dualtraining.catalog.CatalogApi.newOccupation;
import static org.dualtraining.catalog.CatalogApi.published;
import static org.dualtraining.catalog.CatalogApi.smallModel;
import static org.dualtraining.catalog.CatalogApi.version;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.catalog.WithServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithServers
class DraftCertificationResourceTest {

    private static final Map<String, String> JOURNEYWORKER =
            Map.of("name", "Certificate of Completion", "abbreviation", "CoC", "issuer", "State Agency");

    private static Response add(UUID framework, int number, Map<String, String> certification) {
        return agency().header("If-Match", version(framework, number).header("ETag"))
                .contentType("application/json")
                .body(certification)
                .post(FRAMEWORKS + framework + "/versions/" + number + "/certifications");
    }

    @Test
    void a_certification_is_added_to_a_draft_and_can_have_a_rule() {
        UUID framework = imported(smallModel(newOccupation()));

        Response added = add(framework, 1, JOURNEYWORKER);

        added.then()
                .statusCode(201)
                .body("issuer", equalTo("State Agency"))
                .header("ETag", version(framework, 1).header("ETag"));
        version(framework, 1)
                .then()
                .body("certifications.name", contains("Test Welder", "Test Inspector", "Certificate of Completion"));
        college()
                .get("/api/v1/certifications?framework=" + framework)
                .then()
                .body("items.name", hasItem("Certificate of Completion"));
        college().get(added.header("Location")).then().statusCode(200);
        agency().get(FRAMEWORKS + framework + "/history")
                .then()
                .body("items.action", hasItem("CERTIFICATIONS_CHANGED"));
    }

    @Test
    void a_certification_is_taken_out_of_a_draft_and_stays_in_the_versions_that_name_it() {
        UUID framework = published(smallModel(newOccupation()));
        agency().post(FRAMEWORKS + framework + "/versions").then().statusCode(201);
        String welder = version(framework, 2).path("certifications[0].id");
        String path = FRAMEWORKS + framework + "/versions/2/certifications/" + welder;

        isProblem(agency().delete(path), 428);
        agency().header("If-Match", version(framework, 2).header("ETag"))
                .delete(path)
                .then()
                .statusCode(204)
                .header("ETag", version(framework, 2).header("ETag"));

        version(framework, 2).then().body("certifications.name", contains("Test Inspector"));
        version(framework, 1).then().body("certifications.name", contains("Test Welder", "Test Inspector"));
        college().get(CERTIFICATIONS + welder).then().statusCode(200);
        isProblem(
                agency().header("If-Match", version(framework, 2).header("ETag"))
                        .delete(path),
                404);
    }

    @Test
    void a_second_certification_of_a_name_and_one_for_a_published_version_are_refused() {
        UUID framework = imported(smallModel(newOccupation()));

        isProblem(add(framework, 1, Map.of("name", "test welder")), 422).body("errors.pointer", contains("/name"));
        isProblem(add(framework, 1, Map.of("abbreviation", "X")), 400);
        agency().post(FRAMEWORKS + framework + "/versions/1/publication").then().statusCode(200);
        isProblem(add(framework, 1, JOURNEYWORKER), 409);
    }
}
