package org.dualtraining.testkit;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the OpenAPI document of a running service must say, whatever the service does. */
public final class ApiDocument {

    /** Words that say what kind of thing it is, and not of what: PlanStatus is a name, Status is none. */
    private static final Set<String> BARE = Set.of(
            "Account",
            "Actor",
            "Basis",
            "Code",
            "Counts",
            "Definition",
            "Difference",
            "Entry",
            "Hours",
            "How",
            "Item",
            "Kind",
            "Line",
            "Match",
            "Place",
            "Result",
            "Score",
            "Source",
            "State",
            "Status",
            "Type",
            "Unit");

    private final JsonPath document;

    private ApiDocument(JsonPath document) {
        this.document = document;
    }

    /** The one of the service under test. */
    public static ApiDocument ofThisTestRun() {
        return new ApiDocument(given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .extract()
                .jsonPath());
    }

    /** A schema's name says what it is of what: no digit and no View at its end, and no bare word such as Status. */
    public void requireNamesOfSchemas() {
        Set<String> names =
                document.<String, Object>getMap("components.schemas").keySet();
        List<String> wrong = names.stream()
                .filter(name -> name.matches(".*([0-9]|View)") || name.contains("JsonNode") || BARE.contains(name))
                .toList();
        report(wrong);
    }

    /**
     * An operation says 401 and 403 where it needs a token and only there, that a refusal has a body, and where that which
     * it has begun (202) is found.
     */
    public void requireWholeAnswers() {
        List<String> wrong = new ArrayList<>();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (operation.get("responses") instanceof Map<?, ?> answers) {
                inspect(method + " " + path, operation.get("security") != null, answers, wrong);
            }
        }));
        report(wrong);
    }

    private static void inspect(String operation, boolean needsToken, Map<?, ?> answers, List<String> wrong) {
        for (String status : List.of("401", "403")) {
            if (answers.containsKey(status) != needsToken) {
                wrong.add(operation + (needsToken ? " does not say " : " needs no token and says ") + status);
            }
        }
        answers.forEach((status, answer) -> {
            String text = status.toString();
            if (text.matches("[45].*|default") && !((Map<?, ?>) answer).containsKey("content")) {
                wrong.add(operation + " says no body of " + text);
            }
            if (text.equals("202")
                    && !String.valueOf(((Map<?, ?>) answer).get("headers")).contains("Location")) {
                wrong.add(operation + " does not say that 202 has a Location");
            }
        });
    }

    private static void report(List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new AssertionError(wrong.size() + " things are wrong:\n" + String.join("\n", wrong));
        }
    }
}
