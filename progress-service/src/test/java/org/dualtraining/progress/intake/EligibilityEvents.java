package org.dualtraining.progress.intake;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.dualtraining.testkit.EventContract;
import org.dualtraining.testkit.TopicClient;

/** What is said on Kafka of one apprentice's eligibility, each held against its contract. */
record EligibilityEvents(TopicClient kafka, UUID apprenticeId) {

    /** In the order in which they were written, once there are so many. */
    List<JsonPath> atLeast(int count) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::soFar, found -> found.size() >= count);
    }

    List<JsonPath> soFar() {
        return kafka.readAll("certification-eligibility-changed").stream()
                .filter(event -> new String(Objects.requireNonNull(event.key()), StandardCharsets.UTF_8)
                        .equals(apprenticeId.toString()))
                .map(event -> {
                    String data = new String(event.value(), StandardCharsets.UTF_8);
                    EventContract.of("org.dualtraining.certification-eligibility-changed.v1")
                            .requireKeptBy(data);
                    return JsonPath.from(data);
                })
                .toList();
    }
}
