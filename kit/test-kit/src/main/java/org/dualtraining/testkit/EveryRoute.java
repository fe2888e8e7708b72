package org.dualtraining.testkit;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Attacks on each operation that a running service documents: without a good token, and with bodies that are none. Reads
 * the service's own OpenAPI document, so that a new endpoint is attacked from its first day.
 */
public final class EveryRoute {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String PROBLEM = "application/problem+json";

    private final List<Route> routes = new ArrayList<>();
    private final Tokens tokens = Tokens.ofThisTestRun();

    private EveryRoute() {
        JsonPath document = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .extract()
                .jsonPath();
        Map<String, Map<String, Object>> paths = document.getMap("paths");
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                boolean takesBody = ((Map<?, ?>) operation).containsKey("requestBody");
                boolean streams = operation.toString().contains("text/event-stream");
                routes.add(new Route(method, path, takesBody, streams));
            }
        }));
        if (routes.isEmpty()) {
            throw new AssertionError("The OpenAPI document names no operation");
        }
    }

    /** The operations of the service under test. */
    public static EveryRoute ofThisTestRun() {
        return new EveryRoute();
    }

    /** Each operation answers 401 to no token and to each broken one; each that changes something 403 to one without a role. */
    public void refuseBrokenTokens() {
        refuseBrokenTokensBut(Set.of());
    }

    /** @param open the operations that need no token, such as {@code GET /api/v1/keys}; they must answer without one */
    public void refuseBrokenTokensBut(Set<String> open) {
        Map<String, String> broken = new LinkedHashMap<>();
        broken.put("nonsense", "abc.def.ghi");
        broken.put("expired", tokens.token().role("agency").expired().mint());
        broken.put("forged", tokens.token().role("agency").forged().mint());
        broken.put(
                "another issuer",
                tokens.token()
                        .role("agency")
                        .issuer("https://elsewhere.example")
                        .mint());
        broken.put(
                "another audience",
                tokens.token().role("agency").audience("elsewhere").mint());
        broken.put(
                "a refresh token", tokens.token().role("agency").type("Refresh").mint());
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            if (open.contains(route.toString())) {
                int status = route.send(given()).statusCode();
                if (status == 401 || status == 403 || status >= 500) {
                    wrong.add(route + " without a token answers " + status);
                }
                continue;
            }
            require(wrong, route, "no token", route.send(given()), Set.of(401));
            broken.forEach((kind, token) ->
                    require(wrong, route, kind, route.send(given().auth().oauth2(token)), Set.of(401)));
            if (!route.method.equals("get")) {
                // some things any token may read
                String withoutRole = tokens.token().mint();
                require(wrong, route, "no role", route.send(given().auth().oauth2(withoutRole)), Set.of(403));
            }
        }
        report(wrong);
    }

    /** Each operation with a body answers a problem, 4xx and never 5xx, to what is no such body. */
    public void refuseBadBodies() {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("nothing", "");
        bad.put("broken JSON", "{\"name\": ");
        bad.put("a number", "42");
        bad.put("a text", "\"text\"");
        bad.put("null", "null");
        bad.put("an unknown member", "{\"noSuchMember\": 1}");
        bad.put("a duplicate member", "{\"name\": \"a\", \"name\": {\"b\": 1}}");
        bad.put("trailing garbage", "{} garbage");
        bad.put("deep nesting", "{\"a\":".repeat(100) + "1" + "}".repeat(100));
        bad.put("deep arrays", "[".repeat(100) + "]".repeat(100));
        bad.put("too large", "{\"name\": \"" + "x".repeat(3 << 20) + "\"}");
        bad.put("a lone surrogate", "{\"name\": \"\\ud800\"}");
        bad.put("a NUL", "{\"name\": \"\\u0000\"}");
        List<String> wrong = new ArrayList<>();
        routes.stream().filter(Route::takesBody).forEach(route -> {
            bad.forEach((kind, body) -> requireRefusal(
                    wrong,
                    route,
                    kind,
                    route.send(agency().contentType("application/json").body(body))));
            requireRefusal(
                    wrong,
                    route,
                    "bytes that are no text",
                    route.send(agency().contentType("application/json")
                            .body(new byte[] {0, 0, (byte) 0xff, (byte) 0xfe, 1, 2, 3, 4})));
            requireRefusal(
                    wrong,
                    route,
                    "another media type",
                    route.send(agency().contentType("application/x-www-form-urlencoded")
                            .body("a=b")));
        });
        report(wrong);
    }

    /** Ids that are none, or are nobody's, are not found; parameters that cannot be read are refused. */
    public void refuseBadParameters() {
        List<String> wrong = new ArrayList<>();
        routes.stream().filter(Route::answersAtOnce).forEach(route -> {
            if (route.path.contains("{")) {
                // 400 where a query parameter is needed too
                require(wrong, route, "an unknown id", route.send(agency()), Set.of(400, 404));
                Response answer = agency().get(route.path.replaceAll("\\{[^}]*}", "not-an-id"));
                require(wrong, route, "an id that is none", answer, Set.of(400, 404));
            }
            for (String query : List.of("limit=0", "limit=abc", "cursor=%25%25", "cursor=AAAA")) {
                Response answer = agency().get(route.concrete() + "?" + query);
                if (answer.statusCode() >= 400) {
                    requireRefusal(wrong, route, query, answer);
                }
            }
        });
        report(wrong);
    }

    /** Methods that an address does not have answer 405 with Allow; media types that nobody makes answer 406. */
    public void refuseOtherMethodsAndMediaTypes() {
        List<String> wrong = new ArrayList<>();
        Map<String, Set<String>> methodsOf =
                routes.stream().collect(groupingBy(Route::path, mapping(Route::method, toSet())));
        for (Route route : routes) {
            if (!Objects.requireNonNull(methodsOf.get(route.path)).contains("delete")) {
                Response answer = new Route("delete", route.path, false, false).send(agency());
                require(wrong, route, "another method", answer, Set.of(405));
                String allow = String.valueOf(answer.header("Allow")).toLowerCase(Locale.ROOT);
                if (!allow.contains(route.method)) {
                    wrong.add(route + " is not in Allow of 405: " + allow);
                }
            }
            if (route.answersAtOnce()) {
                Response answer = route.send(agency().accept("application/x-nobody-makes-this"));
                require(wrong, route, "another media type", answer, Set.of(406));
                int status = route.send(agency().header("Accept", "")).statusCode();
                if (status >= 500) {
                    wrong.add(route + " with an empty Accept answers " + status);
                }
            }
        }
        report(wrong);
    }

    private RequestSpecification agency() {
        return given().auth().oauth2(tokens.agency()).urlEncodingEnabled(false);
    }

    private static void requireRefusal(List<String> wrong, Route route, String kind, Response answer) {
        if (answer.statusCode() < 400 || answer.statusCode() >= 500 || !isProblem(route, answer)) {
            wrong.add(route + " with " + kind + " answers " + answer.statusCode() + " " + answer.contentType());
        }
    }

    private static void require(List<String> wrong, Route route, String kind, Response answer, Set<Integer> right) {
        if (!right.contains(answer.statusCode()) || !isProblem(route, answer)) {
            wrong.add(route + " with " + kind + " answers " + answer.statusCode() + " " + answer.contentType());
        }
    }

    /** Below /ims the standards of 1EdTech say what a refusal looks like. */
    private static boolean isProblem(Route route, Response answer) {
        if (route.path.startsWith("/ims/")) {
            return "failure".equals(answer.path("imsx_codeMajor"));
        }
        return answer.contentType().toLowerCase(Locale.ROOT).startsWith(PROBLEM);
    }

    private static void report(List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new AssertionError(wrong.size() + " answers are wrong:\n" + String.join("\n", wrong));
        }
    }

    private record Route(String method, String path, boolean takesBody, boolean streams) {

        /** A stream goes on for ever when nothing is wrong with the request. */
        boolean answersAtOnce() {
            return method.equals("get") && !streams;
        }

        /** With ids that nothing has. */
        String concrete() {
            return path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        }

        Response send(RequestSpecification request) {
            return request.request(method.toUpperCase(Locale.ROOT), concrete());
        }

        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }
}
