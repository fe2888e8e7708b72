package org.dualtraining.catalog.occupation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.catalog.CatalogApi.agency;
import static org.dualtraining.catalog.CatalogApi.college;
import static org.dualtraining.catalog.CatalogApi.isProblem;
import static org.dualtraining.catalog.CatalogApi.post;
import static org.dualtraining.catalog.CatalogApi.smallModel;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dualtraining.catalog.SeedDocument;
import org.dualtraining.catalog.WithServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search finds and in which order. Each test has a word of its own that is far from all others. */
@QuarkusTest
@WithServers
class OccupationSearchTest {

    private static final String OCCUPATIONS = "/api/v1/occupations";
    private static final String SEED = "Electronic Health Records Specialist";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    OccupationCodes codes;

    /** One of 121 words of four syllables, of which any two differ in three syllables or more: no typing error of another. */
    private static String newWord() {
        String[] syllables = {"bra", "cko", "dwi", "flu", "gny", "hja", "kve", "mpo", "ntu", "sge", "tzi"};
        int n = NUMBER.getAndIncrement();
        int one = n / 11;
        int two = n % 11;
        return "X" + syllables[one] + syllables[two] + syllables[(one + two) % 11] + syllables[(one + 2 * two) % 11];
    }

    private static String occupation(String title, String... alternateTitles) {
        String model = smallModel(title);
        String document = alternateTitles.length == 0
                ? model
                : model.replace(
                        "Industry-Sector",
                        "Other occupational titles include:\n- " + String.join("\n- ", alternateTitles)
                                + "\n\nIndustry-Sector");
        return post(document).then().statusCode(201).extract().path("occupation.id");
    }

    private static Response search(String parameter, String value) {
        Response found = college().queryParam(parameter, value).get(OCCUPATIONS);
        found.then().statusCode(200);
        return found;
    }

    private static List<String> titles(String parameter, String value) {
        return search(parameter, value).path("items.title");
    }

    private static Response enter(String occupation, List<String> onetSocCodes, List<String> rapidsCodes) {
        return agency().contentType("application/json")
                .header(
                        "If-Match",
                        college().get(OCCUPATIONS + "/" + occupation).header("ETag"))
                .body(Map.of("onetSocCodes", onetSocCodes, "rapidsCodes", rapidsCodes))
                .put(OCCUPATIONS + "/" + occupation + "/codes");
    }

    @Test
    void the_seed_is_found_by_its_title_and_each_alternate_title() {
        String id = post(SeedDocument.bytes()).path("occupation.id");
        List<String> names =
                new ArrayList<>(college().get(OCCUPATIONS + "/" + id).path("alternateTitles"));
        assertThat(names).hasSize(8);
        names.add(SEED);

        assertThat(names).allSatisfy(name -> assertThat(titles("q", name)).contains(SEED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "medical record technician",
                "MEDICAL RECORDS TECHNICIANS",
                "technician, medical records",
                "Medcal Record Tecnician",
                "electronic-health-records",
                "electronichealthrecords",
                "\u00c9lectronic He\u00e0lth Records",
                "electronik helth record specialist",
                "helath records specialist",
                "health records spec",
                "RHIT",
                "29-2071.00",
                "29-2071",
                "29207100",
                "SOC 29-2072",
                "29-9021.00",
            })
    void the_seed_is_found_however_its_titles_and_codes_are_written(String q) {
        post(SeedDocument.bytes());

        assertThat(titles("q", q)).contains(SEED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"29-2071.00", "29-2072.00", "29-9021.00", "29-2071", "29 2072 00", "O*NET-SOC 29-9021.00"})
    void the_seed_is_found_by_its_codes_of_both_taxonomies(String code) {
        post(SeedDocument.bytes());

        assertThat(titles("code", code)).contains(SEED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing like it",
                "electronic welding specialist",
                "xlxctrxnxc hxlth",
                "%",
                "_",
                "\\",
                "'",
                "!:*&|()",
                "\u20ac",
                "29-2073.00",
                "0837"
            })
    void the_seed_is_not_found_by_anything_else(String q) {
        post(SeedDocument.bytes());

        assertThat(titles("q", q)).doesNotContain(SEED);
    }

    @Test
    void what_matches_best_comes_first() {
        String word = newWord();
        String mistyped = word.substring(0, 5) + word.substring(6);
        occupation("Nothing Alike " + newWord(), "Helper of " + word);
        occupation("Master " + mistyped);
        occupation("Assistant " + word);
        occupation(word + " Foreman");
        occupation(word);

        assertThat(titles("q", word.toUpperCase(Locale.ROOT))).hasSize(5).satisfies(titles -> {
            assertThat(titles.get(0)).isEqualTo(word);
            assertThat(titles.get(1)).isEqualTo(word + " Foreman");
            assertThat(titles.get(2)).isEqualTo("Assistant " + word);
            assertThat(titles.get(3)).startsWith("Nothing Alike");
            assertThat(titles.get(4)).isEqualTo("Master " + mistyped);
        });
    }

    @Test
    void walking_the_pages_of_a_search_gives_each_occupation_once_and_in_order() {
        String word = newWord();
        for (int i = 0; i < 7; i++) {
            occupation((i % 2 == 0 ? "" : "Senior ") + word + " " + "ABCDEFG".charAt(i));
        }
        List<String> whole = titles("q", word);
        assertThat(whole).hasSize(7);

        List<String> walked = new ArrayList<>();
        String cursor = null;
        do {
            Response page = cursor == null
                    ? college().queryParam("q", word).queryParam("limit", 3).get(OCCUPATIONS)
                    : college()
                            .queryParam("q", word)
                            .queryParam("limit", 3)
                            .queryParam("cursor", cursor)
                            .get(OCCUPATIONS);
            walked.addAll(page.then().statusCode(200).extract().<List<String>>path("items.title"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(walked).isEqualTo(whole);
    }

    @Test
    void a_code_of_one_taxonomy_is_found_by_the_codes_of_the_other() {
        String title = newWord();
        String id = occupation(title);

        enter(id, List.of("29-2041"), List.of())
                .then()
                .statusCode(200)
                .body("codes.code", contains("29-2041.00", "29-2042.00", "29-2043.00"))
                .body("codes.system", contains("ONET_SOC_2010", "ONET_SOC_2019", "ONET_SOC_2019"))
                .body("codes.origin", contains("AGENCY", "CROSSWALK", "CROSSWALK"));

        assertThat(titles("code", "29-2041.00")).contains(title);
        assertThat(titles("code", "29-2042.00")).contains(title);
        assertThat(titles("q", "29-2043")).contains(title);
        assertThat(titles("code", "29-2032.00")).doesNotContain(title);
    }

    @Test
    void a_code_that_is_entered_comes_before_one_of_the_crosswalk() {
        String old = newWord();
        String recent = newWord();
        enter(occupation(old), List.of("33-1099.00"), List.of()).then().statusCode(200);
        enter(occupation(recent), List.of("33-1091.00"), List.of()).then().statusCode(200);

        assertThat(titles("code", "33-1091.00")).containsExactly(recent, old);
        assertThat(titles("code", "33-1099.00")).contains(old, recent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8374", "8374.0", "8374HY", "RAPIDS 8374-CB", "08374"})
    void a_rapids_code_is_found_however_it_is_written(String code) {
        String title = newWord();
        enter(occupation(title), List.of(), List.of("8374.0HY"))
                .then()
                .statusCode(200)
                .body("codes[0].system", equalTo("RAPIDS"))
                .body("codes[0].code", equalTo("8374"))
                .body("codes[0].approach", equalTo("HYBRID"));

        assertThat(titles("code", code)).contains(title);
        assertThat(titles("q", code)).contains(title);
    }

    @Test
    void the_approach_that_is_asked_for_comes_first() {
        String hybrid = newWord();
        String timeBased = newWord();
        enter(occupation(hybrid), List.of(), List.of("9371HY")).then().statusCode(200);
        enter(occupation(timeBased), List.of(), List.of("9371TB")).then().statusCode(200);

        assertThat(titles("code", "9371TB")).containsExactly(timeBased, hybrid);
        assertThat(titles("code", "9371HY")).containsExactly(hybrid, timeBased);
    }

    @Test
    void codes_of_a_document_are_stored_in_one_form_and_stay_when_a_later_one_names_none() {
        String title = newWord();
        String id = occupation(title);
        String key = title.toLowerCase(Locale.ROOT);

        codes.storeOfDocument(
                key, List.of("SOC 29-2071", "no code", "00-0000.00"), List.of("RAPIDS 7653.0", "7653CB", "76530"));
        codes.storeOfDocument(key, List.of(), List.of());

        college()
                .get(OCCUPATIONS + "/" + id)
                .then()
                .body("codes.code", contains("29-2071.00", "29-2072.00", "29-9021.00", "7653", "7653"))
                .body("codes.origin", contains("DOCUMENT", "CROSSWALK", "CROSSWALK", "DOCUMENT", "DOCUMENT"));
        enter(id, List.of("29-2071.00"), List.of()).then().statusCode(200).body("codes[0].origin", equalTo("AGENCY"));
        codes.storeOfDocument(key, List.of("11-1011"), List.of());
        college()
                .get(OCCUPATIONS + "/" + id)
                .then()
                .body("codes.code", hasItem("29-2071.00"))
                .body("codes.code", hasItem("11-1011.00"))
                .body("codes.code", not(hasItem("7653")));
    }

    @Test
    void entered_codes_replace_those_before_and_need_the_current_tag() {
        String id = occupation(newWord());
        String tag = college().get(OCCUPATIONS + "/" + id).header("ETag");
        enter(id, List.of("11-1011.00"), List.of("0005")).then().statusCode(200);

        isProblem(
                agency().contentType("application/json")
                        .header("If-Match", tag)
                        .body(Map.of("onetSocCodes", List.of(), "rapidsCodes", List.of()))
                        .put(OCCUPATIONS + "/" + id + "/codes"),
                412);
        enter(id, List.of(), List.of("0006", "6.0", "0006CB"))
                .then()
                .statusCode(200)
                .body("codes.code", contains("0006", "0006"))
                .body("codes.approach", hasItem("COMPETENCY_BASED"));
    }

    @Test
    void codes_that_there_are_not_are_refused_with_the_place_of_each_and_nothing_is_stored() {
        String id = occupation(newWord());

        isProblem(enter(id, List.of("11-1011.00", "00-0000.00", "no code"), List.of("0005", "12345", "0000")), 422)
                .body(
                        "errors.pointer",
                        contains("/onetSocCodes/1", "/onetSocCodes/2", "/rapidsCodes/1", "/rapidsCodes/2"));

        college().get(OCCUPATIONS + "/" + id).then().body("codes", hasSize(0));
        isProblem(
                agency().contentType("application/json")
                        .header("If-Match", "\"1.1\"")
                        .body("{\"onetSocCodes\":[null],\"rapidsCodes\":[]}")
                        .put(OCCUPATIONS + "/" + id + "/codes"),
                400);
    }

    @Test
    void a_list_that_did_not_change_is_not_sent_again_and_a_change_is_seen_at_once() {
        String word = newWord();
        occupation(word + " One");
        Response first = search("q", word);
        String tag = first.header("ETag");

        assertThat(tag).startsWith("\"");
        assertThat(search("q", word).header("ETag")).isEqualTo(tag);
        college()
                .header("If-None-Match", tag)
                .queryParam("q", word)
                .get(OCCUPATIONS)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));

        String second = occupation(word + " Two");
        assertThat(titles("q", word)).hasSize(2);
        String grown = search("q", word).header("ETag");
        assertThat(grown).isNotEqualTo(tag);
        enter(second, List.of("11-1011.00"), List.of()).then().statusCode(200);
        college()
                .header("If-None-Match", grown)
                .queryParam("q", word)
                .get(OCCUPATIONS)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(grown)))
                .body("items.codes.code.flatten()", hasItem("11-1011.00"));
    }
}
