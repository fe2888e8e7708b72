package org.dualtraining.progress;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.dualtraining.testkit.Tokens;
import org.dualtraining.testkit.TopicClient;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service's two doors, for tests: HTTP and Kafka. */
public final class Door {

    private final Tokens tokens = Tokens.ofThisTestRun();

    public static TopicClient kafka() {
        return new TopicClient(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    public Tokens tokens() {
        return tokens;
    }

    public Response get(String token, String path) {
        return given().auth().oauth2(token).get("/api/v1" + path);
    }

    public JsonPath read(String path) {
        return get(tokens.agency(), path).then().statusCode(200).extract().jsonPath();
    }

    /** The plan's progress, once it is what is waited for. */
    public JsonPath progressWhen(UUID planId, Predicate<JsonPath> expected) {
        return when("/training-plans/" + planId + "/progress", expected);
    }

    public JsonPath eligibilityWhen(UUID planId, Predicate<JsonPath> expected) {
        return when("/training-plans/" + planId + "/eligibility", expected);
    }

    public JsonPath when(String path, Predicate<JsonPath> expected) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> get(tokens.agency(), path),
                        answer -> answer.statusCode() == 200 && expected.test(answer.jsonPath()))
                .jsonPath();
    }

    /** Until everything that was sent is taken. */
    public JsonPath intakeWhenIdle() {
        return when("/admin/intake", intake -> intake.get("lag") != null && intake.getLong("lag.records") == 0);
    }
}
