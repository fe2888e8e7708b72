package org.dualtraining.catalog.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.catalog.CatalogApi.FRAMEWORKS;
import static org.dualtraining.catalog.CatalogApi.agency;
import static org.dualtraining.catalog.CatalogApi.college;
import static org.dualtraining.catalog.CatalogApi.imported;
import static org.dualtraining.catalog.CatalogApi.newOccupation;
import static org.dualtraining.catalog.CatalogApi.post;
import static org.dualtraining.catalog.CatalogApi.smallModel;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.dualtraining.catalog.SeedDocument;
import org.dualtraining.catalog.WithServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithServers
class FrameworkListTest {

    private static final String LIST = "/api/v1/frameworks";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "electronic health records",
                "ELECTRONIC-HEALTH",
                "electronik helth record specialist",
                "\u00c9lectronic",
                "records, health"
            })
    void a_framework_is_found_however_its_occupation_is_written(String q) {
        String seed = post(SeedDocument.bytes()).path("frameworkId");

        List<String> found = college().queryParam("q", q).get(LIST).path("items.id");

        assertThat(found).contains(seed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"electronic welding", "xxhealthxx"})
    void it_is_not_found_by_anything_else(String q) {
        String seed = post(SeedDocument.bytes()).path("frameworkId");

        List<String> found = college()
                .queryParam("q", q)
                .get(LIST)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");

        assertThat(found).doesNotContain(seed);
    }

    /** Frameworks beyond the first page hide nothing: nothing is found. */
    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "%%", "_%"})
    void signs_of_a_pattern_find_nothing(String q) {
        post(SeedDocument.bytes());

        college().queryParam("q", q).get(LIST).then().statusCode(200).body("items", empty());
    }

    @Test
    void a_list_that_did_not_change_is_not_sent_again_and_a_publication_is_seen_at_once() {
        String occupation = newOccupation();
        String list = LIST + "?q=" + occupation;
        String framework = imported(smallModel(occupation)).toString();
        String tag = college().get(list).then().statusCode(200).extract().header("ETag");
        college().header("If-None-Match", tag).get(list).then().statusCode(304).header("ETag", equalTo(tag));

        agency().post(FRAMEWORKS + framework + "/versions/1/publication").then().statusCode(200);

        college()
                .header("If-None-Match", tag)
                .get(list)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("items.latestPublished", contains(1));
    }
}
