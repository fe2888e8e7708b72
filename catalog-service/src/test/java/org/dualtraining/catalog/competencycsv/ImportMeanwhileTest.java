package org.dualtraining.catalog.competencycsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.catalog.CatalogApi.FRAMEWORKS;
import static org.dualtraining.catalog.CatalogApi.agency;
import static org.dualtraining.catalog.CatalogApi.isProblem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.catalog.CatalogApi;
import org.dualtraining.catalog.WithServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A framework that changes while a file is compared with it. */
@QuarkusTest
@WithServers
class ImportMeanwhileTest {

    private final String idNumber = CatalogApi.newOccupation();
    private UUID framework = new UUID(0, 0);

    @BeforeEach
    void importTheFirst() {
        InterruptedReader.MEANWHILE.clear();
        InterruptedReader.IN_TRANSACTION.clear();
        framework = UUID.fromString(post("text/csv", CsvSample.of(idNumber))
                .then()
                .statusCode(201)
                .extract()
                .path("frameworkId"));
    }

    @Test
    void a_file_is_compared_outside_the_transaction_and_again_when_the_version_changed_meanwhile() {
        InterruptedReader.MEANWHILE.add(() -> setCore(false));

        post(InterruptedReader.MEDIA_TYPE, later()).then().statusCode(201).body("version", equalTo(2));

        assertThat(InterruptedReader.IN_TRANSACTION).isEqualTo(List.of(false, false));
        assertThat(isCore(2)).isFalse();
    }

    @Test
    void a_file_that_is_overtaken_again_and_again_is_refused_and_nothing_is_stored() {
        InterruptedReader.MEANWHILE.addAll(List.of(() -> setCore(false), () -> setCore(true), () -> setCore(false)));

        isProblem(post(InterruptedReader.MEDIA_TYPE, later()), 409).body("detail", containsString("send it again"));

        assertThat(InterruptedReader.IN_TRANSACTION).hasSize(3);
        CatalogApi.version(framework, 2).then().statusCode(404);
    }

    private String later() {
        return CsvSample.of(idNumber).replace("\"Band saw\"", "\"Band saws\"");
    }

    /** Which no column of a CSV says, so that a later file takes it from the version before. */
    private void setCore(boolean core) {
        String planes = CatalogApi.competencyId(framework, 1, "Hand planes");
        agency().header("If-Match", CatalogApi.version(framework, 1).header("ETag"))
                .contentType("application/json")
                .body(Map.of("name", "Hand planes", "definition", "Plane by hand.", "core", core))
                .put(FRAMEWORKS + framework + "/versions/1/competencies/" + planes)
                .then()
                .statusCode(200);
    }

    private boolean isCore(int version) {
        return CatalogApi.version(framework, version)
                .path("sections[0].competencies.find { it.name == 'Hand planes' }.core");
    }

    private static Response post(String type, String text) {
        return agency().contentType(type)
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/framework-imports");
    }
}
