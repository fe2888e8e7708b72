package org.dualtraining.progress.rebuild;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.TopicClient;
import org.jdbi.v3.core.Jdbi;

/** The agency's door to rebuilds, and what can be seen of them behind it and on the topics. */
@ApplicationScoped
class RebuildDoor {

    private final Door door = new Door();
    private final Jdbi jdbi;

    @Inject
    RebuildDoor(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    UUID request(boolean dryRun) {
        return UUID.fromString(post("/admin/rebuilds", "{\"dryRun\":" + dryRun + "}")
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    }

    JsonPath end(UUID id) {
        return door.when("/admin/rebuilds/" + id, rebuild -> !"RUNNING".equals(rebuild.getString("state")));
    }

    /** From the request to the end. */
    JsonPath run(boolean dryRun) {
        return end(request(dryRun));
    }

    Response post(String path, String body) {
        return given().auth()
                .oauth2(door.tokens().agency())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1" + path);
    }

    List<String> tablesOf(String schema) {
        return strings("SELECT relname FROM pg_class WHERE relnamespace = '" + schema + "'::regnamespace");
    }

    List<String> strings(String sql) {
        return jdbi.withHandle(h -> h.createQuery(sql).mapTo(String.class).list());
    }

    static List<String> announced(TopicClient kafka, Facts facts) {
        return kafka.readAll("certification-eligibility-changed").stream()
                .filter(event -> new String(event.key(), StandardCharsets.UTF_8).equals(facts.apprenticeId.toString()))
                .map(event -> new String(event.value(), StandardCharsets.UTF_8))
                .toList();
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let it go on");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
