package org.dualtraining.catalog.occupation;

import static org.dualtraining.catalog.CatalogApi.college;
import static org.dualtraining.catalog.CatalogApi.imported;
import static org.dualtraining.catalog.CatalogApi.isProblem;
import static org.dualtraining.catalog.CatalogApi.newOccupation;
import static org.dualtraining.catalog.CatalogApi.post;
import static org.dualtraining.catalog.CatalogApi.smallModel;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.UUID;
import org.dualtraining.catalog.SeedDocument;
import org.dualtraining.catalog.WithServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithServers
class OccupationResourceTest {

    private static final String OCCUPATIONS = "/api/v1/occupations";
    private static final String SEED = "Electronic Health Records Specialist";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=electronic HEALTH",
                "q=Health Information Tech",
                "q=29-2072",
                "code=29-2071.00",
                "code=29-2072.00",
                "code=29-9021.00",
                "q=records&code=29-9021.00",
                "q=",
            })
    void the_seed_is_found_by_its_titles_and_by_its_codes_of_both_taxonomies(String query) {
        post(SeedDocument.bytes());

        college().get(OCCUPATIONS + "?" + query).then().statusCode(200).body("items.title", hasItem(SEED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=nothing like it", "code=29-207", "code=00-0000.00", "q=%25", "q=_"})
    void it_is_not_found_by_anything_else(String query) {
        post(SeedDocument.bytes());

        college()
                .urlEncodingEnabled(!query.contains("%25"))
                .get(OCCUPATIONS + "?" + query)
                .then()
                .statusCode(200)
                .body("items.title", not(hasItem(SEED)));
    }

    @Test
    void an_occupation_shows_its_titles_and_codes() {
        String id = post(SeedDocument.bytes()).path("occupation.id");

        String tag = college()
                .get(OCCUPATIONS + "/" + id)
                .then()
                .statusCode(200)
                .body("title", equalTo(SEED))
                .body("alternateTitles", hasSize(8))
                .body("codes.code", contains("29-2071.00", "29-2072.00", "29-9021.00"))
                .body("codes.system", contains("ONET_SOC_2010", "ONET_SOC_2019", "ONET_SOC_2019"))
                .extract()
                .header("ETag");
        college()
                .header("If-None-Match", tag)
                .get(OCCUPATIONS + "/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void a_later_document_adds_alternate_titles_and_takes_none_away() {
        String occupation = newOccupation();
        String titles = "Other occupational titles include:\n- %s\n\nIndustry-Sector";
        String document = smallModel(occupation);
        imported(document.replace("Industry-Sector", titles.formatted("First " + occupation)));

        post(document.replace("Industry-Sector", titles.formatted("Second " + occupation)));

        college()
                .get(OCCUPATIONS + "?q=" + occupation.toUpperCase(Locale.ROOT))
                .then()
                .body("items[0].alternateTitles", contains("Second " + occupation, "First " + occupation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=a%00b", "code=%0a", "limit=0"})
    void a_malformed_search_is_refused(String query) {
        isProblem(college().urlEncodingEnabled(false).get(OCCUPATIONS + "?" + query), 400);
    }

    @Test
    void what_is_not_there_is_not_found() {
        isProblem(college().get(OCCUPATIONS + "/" + UUID.randomUUID()), 404);
        isProblem(college().get(OCCUPATIONS + "/no-uuid"), 404);
    }
}
