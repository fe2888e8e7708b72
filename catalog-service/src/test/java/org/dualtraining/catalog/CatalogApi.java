package org.dualtraining.catalog;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dualtraining.testkit.Tokens;
import org.hamcrest.Matchers;

/** The catalog's API as an agency and as somebody else use it, and documents of their own for each test. */
public final class CatalogApi {

    public static final String PROBLEM = "application/problem+json";
    public static final String FRAMEWORKS = "/api/v1/frameworks/";
    public static final String CERTIFICATIONS = "/api/v1/certifications/";
    public static final String IMPORTS = "/api/v1/document-imports";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private CatalogApi() {}

    public static RequestSpecification agency() {
        return given().auth().oauth2(Tokens.ofThisTestRun().agency());
    }

    public static RequestSpecification college() {
        return given().auth().oauth2(Tokens.ofThisTestRun().college(UUID.randomUUID()));
    }

    /** A name that no other test uses, and that is in no other name. */
    public static String newOccupation() {
        return "Test Trade " + (100_000 + NUMBER.incrementAndGet());
    }

    /** The seed's text as another occupation's document. */
    public static String seedFor(String occupation) {
        return SeedDocument.text()
                .replace("Occupation: Electronic Health Records Specialist", "Occupation: " + occupation);
    }

    /** A small model: two sections, a certification, a form. */
    public static String smallModel(String occupation) {
        return """
                Occupation: %s

                Competency Model for Testing
                %s
                Somebody who tests.

                Industry-Sector Technical Competencies
                - Safety \u2013 works safely
                - Measuring \u2013 measures

                Occupation-Specific Competencies
                - Welding \u2013 welds

                Possible Certification(s)
                Test Welder (TW)
                Test Inspector (TI)

                %s Training Plan
                Related Instruction Competencies
                Measuring
                Safety
                On-The-Job Training Competencies
                Welding
                """.formatted(occupation, occupation, occupation);
    }

    public static Response post(String document) {
        return post(document.getBytes(StandardCharsets.UTF_8));
    }

    public static Response post(byte[] document) {
        return agency().contentType("text/plain").body(document).post(IMPORTS);
    }

    /** The framework of a small model that was imported just now. */
    public static UUID imported(String document) {
        return UUID.fromString(post(document).then().statusCode(201).extract().path("frameworkId"));
    }

    /** The same, published. */
    public static UUID published(String document) {
        UUID framework = imported(document);
        agency().post(FRAMEWORKS + framework + "/versions/1/publication").then().statusCode(200);
        return framework;
    }

    public static Response version(UUID framework, int number) {
        return college().get(FRAMEWORKS + framework + "/versions/" + number);
    }

    public static String competencyId(UUID framework, int number, String name) {
        return version(framework, number)
                .then()
                .statusCode(200)
                .extract()
                .path("sections.competencies.flatten().find { it.name == '" + name + "' }.id");
    }

    /** Asserts a problem document of this status. */
    public static ValidatableResponse isProblem(Response response, int status) {
        return response.then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("status", Matchers.equalTo(status))
                .body("type", Matchers.startsWith("urn:dual-training:problem:"))
                .body("detail", Matchers.not(Matchers.blankOrNullString()));
    }
}
