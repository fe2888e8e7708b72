package org.dualtraining.catalog.frameworkimport;

import static org.dualtraining.catalog.CatalogApi.FRAMEWORKS;
import static org.dualtraining.catalog.CatalogApi.agency;
import static org.dualtraining.catalog.CatalogApi.college;
import static org.dualtraining.catalog.CatalogApi.imported;
import static org.dualtraining.catalog.CatalogApi.isProblem;
import static org.dualtraining.catalog.CatalogApi.newOccupation;
import static org.dualtraining.catalog.CatalogApi.smallModel;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.dualtraining.catalog.WithServers;
import org.dualtraining.catalog.competencycsv.CsvSample;
import org.junit.jupiter.api.Test;

/** A framework is the competency model of one occupation, which an exchange format does not name. */
@QuarkusTest
@WithServers
class OccupationOfImportTest {

    private static Response post(String csv, String query) {
        return agency().contentType("text/csv").body(csv).post("/api/v1/framework-imports" + query);
    }

    private static String occupationOf(UUID framework) {
        return college().get(FRAMEWORKS + framework).path("occupation.id");
    }

    private static String csv(String idNumber, String title) {
        return CsvSample.withRows(",1,One", "1,2,Two").replace(",F,Framework", "," + idNumber + "," + title);
    }

    @Test
    void a_framework_is_imported_for_the_occupation_that_is_named() {
        String occupation = occupationOf(imported(smallModel(newOccupation())));

        String framework = post(csv("named-" + UUID.randomUUID(), "Named"), "?occupation=" + occupation)
                .then()
                .statusCode(201)
                .extract()
                .path("frameworkId");

        college().get(FRAMEWORKS + framework).then().body("occupation.id", equalTo(occupation));
    }

    @Test
    void a_revision_stays_with_its_occupation_and_leaves_no_stray_one() {
        String id = "stays-" + UUID.randomUUID();
        String title = newOccupation();
        UUID framework = UUID.fromString(post(csv(id, title), "").path("frameworkId"));
        String occupation = occupationOf(framework);
        String newTitle = newOccupation();

        post(csv(id, newTitle), "").then().statusCode(201);

        college().get(FRAMEWORKS + framework).then().body("occupation.id", equalTo(occupation));
        college()
                .get("/api/v1/occupations?q=" + newTitle.replace(' ', '+'))
                .then()
                .body("items.findAll { it.title == '" + newTitle + "' }", empty());
    }

    @Test
    void another_occupation_than_the_framework_has_and_one_that_nobody_knows_are_refused_in_a_dry_run_too() {
        String id = "refused-" + UUID.randomUUID();
        post(csv(id, newOccupation()), "").then().statusCode(201);
        String other = occupationOf(imported(smallModel(newOccupation())));

        for (String dryRun : new String[] {"", "&dryRun=true"}) {
            isProblem(post(csv(id, "Renamed"), "?occupation=" + other + dryRun), 409);
            isProblem(post(csv("unknown", "Unknown"), "?occupation=" + UUID.randomUUID() + dryRun), 422);
        }
    }
}
