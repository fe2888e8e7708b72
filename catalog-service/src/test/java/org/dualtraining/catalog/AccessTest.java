package org.dualtraining.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.dualtraining.testkit.TokenBuilder;
import org.dualtraining.testkit.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call what: every route with no token, with broken ones and with every role. */
@QuarkusTest
@WithServers
class AccessTest {

    private static final String ID = "/" + UUID.randomUUID();
    private static final String VERSION = "/api/v1/frameworks" + ID + "/versions";

    static Stream<Arguments> reads() {
        return Stream.of(
                        "/api/v1/occupations",
                        "/api/v1/occupations" + ID,
                        "/api/v1/frameworks",
                        "/api/v1/frameworks" + ID,
                        "/api/v1/frameworks" + ID + "/diff?from=1&to=2",
                        VERSION + "/1",
                        VERSION + "/1/export?format=case-1.1",
                        "/ims/case/v1p1/CFDocuments",
                        "/ims/case/v1p0/CFPackages" + ID,
                        "/api/v1/competencies" + ID,
                        "/api/v1/certifications",
                        "/api/v1/certifications" + ID)
                .map(path -> Arguments.of("GET", path));
    }

    static Stream<Arguments> agencyOnly() {
        return Stream.of(
                Arguments.of("POST", "/api/v1/document-imports"),
                Arguments.of("GET", "/api/v1/document-imports" + ID),
                Arguments.of("POST", VERSION),
                Arguments.of("PUT", VERSION + "/1/competencies" + ID),
                Arguments.of("POST", VERSION + "/1/publication"),
                Arguments.of("POST", VERSION + "/1/retirement"),
                Arguments.of("PUT", "/api/v1/occupations" + ID + "/codes"),
                Arguments.of("PUT", "/api/v1/certifications" + ID + "/rule"));
    }

    static Stream<Arguments> all() {
        return Stream.concat(reads(), agencyOnly());
    }

    @ParameterizedTest
    @MethodSource("all")
    void nobody_gets_in_without_a_good_token(String method, String path) {
        isRefused(path, given().request(method, path)).header("WWW-Authenticate", containsString("Bearer"));
        Tokens tokens = Tokens.ofThisTestRun();
        Stream.of(
                        tokens.token().expired(),
                        tokens.token().forged(),
                        tokens.token().issuer("https://elsewhere.example"),
                        tokens.token().audience("another-system"),
                        tokens.token().type("ID"))
                .map(broken -> broken.role("agency").mint())
                .forEach(token -> isRefused(path, given().auth().oauth2(token).request(method, path)));
    }

    private static ValidatableResponse isRefused(String path, Response response) {
        return path.startsWith("/ims/")
                ? response.then().statusCode(401).body("imsx_codeMajor", equalTo("failure"))
                : CatalogApi.isProblem(response, 401);
    }

    @ParameterizedTest
    @MethodSource("agencyOnly")
    void only_an_agency_changes_the_catalog_and_a_refusal_comes_before_the_body_is_read(String method, String path) {
        Tokens tokens = Tokens.ofThisTestRun();
        Stream.of(
                        tokens.college(UUID.randomUUID()),
                        tokens.employer(UUID.randomUUID()),
                        tokens.apprentice(UUID.randomUUID()),
                        tokens.dashboard(),
                        tokens.token().mint())
                .forEach(token -> CatalogApi.isProblem(
                        given().auth()
                                .oauth2(token)
                                .contentType("application/json")
                                .body("{broken")
                                .request(method, path),
                        403));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void every_role_reads_the_catalog(String method, String path) {
        Tokens tokens = Tokens.ofThisTestRun();
        Stream.of(
                        tokens.agency(),
                        tokens.college(UUID.randomUUID()),
                        tokens.employer(UUID.randomUUID()),
                        tokens.apprentice(UUID.randomUUID()),
                        tokens.dashboard())
                .forEach(token -> {
                    int status = given().auth()
                            .oauth2(token)
                            .request(method, path)
                            .then()
                            .extract()
                            .statusCode();
                    assertThat(status).isIn(200, 404);
                });
    }

    static Stream<String> tricks() {
        return Stream.of(
                "/api/v1/document-imports;x=1",
                "/api/v1/%64ocument-imports",
                "//api/v1/document-imports",
                "/api/v1/frameworks/..%2Fdocument-imports",
                "/api/v1/document-imports%3B",
                "/api/v1/./document-imports");
    }

    @ParameterizedTest
    @MethodSource("tricks")
    void no_spelling_of_a_path_gets_around_the_roles(String path) {
        TokenBuilder college = Tokens.ofThisTestRun().token().role("college");
        int status = given().urlEncodingEnabled(false)
                .auth()
                .oauth2(college.mint())
                .contentType("text/plain")
                .body(CatalogApi.smallModel(CatalogApi.newOccupation()))
                .post(path)
                .then()
                .extract()
                .statusCode();
        assertThat(status).isBetween(400, 499);
    }
}
