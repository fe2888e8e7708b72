package org.dualtraining.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.dualtraining.testkit.EventContract;
import org.dualtraining.testkit.TopicClient;
import org.dualtraining.testkit.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The three packaged services over HTTP and Kafka, from the state's document to an eligible apprentice and back. */
class JourneyIT {

    private static FreshPlatform running;
    private static PublishedSeed seed;

    @BeforeAll
    static void start() {
        running = FreshPlatform.start("journey");
        seed = new SeedLoader(running.home().repository(), running.clients(), line -> {}).load();
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void the_seed_document_is_imported_once_and_counted_exactly() throws IOException {
        String document = Files.readString(running.home()
                .repository()
                .resolve("catalog-service/src/main/resources/seed/electronic-health-records-specialist.txt"));

        ApiClient.Answer again = running.clients().agency(Service.CATALOG).postText("/document-imports", document);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("changed").asBoolean(true)).isFalse();
        assertThat(again.body().path("counts"))
                .hasToString("{\"occupations\":1,\"alternateTitles\":8,\"competencies\":15,\"certifications\":5,"
                        + "\"formRows\":15}");
        List<String> how = again.body().path("matches").findValuesAsText("how");
        assertThat(how.stream().filter("EXACT"::equals)).hasSize(13);
        assertThat(how.stream().filter("ALIAS"::equals)).hasSize(2);
        assertThat(again.body().path("frameworkId").asText())
                .isEqualTo(seed.frameworkId().toString());
    }

    @Test
    void the_packaged_services_serve_no_developer_pages_and_tell_how_they_are_at_a_port_of_its_own() throws Exception {
        Ports ports = running.platform().ports();
        for (Service service : Service.values()) {
            for (String path : List.of("/q/dev", "/q/dev-ui", "/q/arc", "/q/health", "/q/health/live", "/q/metrics")) {
                assertThat(status(ports.address(service) + path))
                        .as(service + path)
                        .isEqualTo(404);
            }
            assertThat(status(ports.managementAddress(service) + "/q/health/live"))
                    .isEqualTo(200);
            assertThat(status(ports.managementAddress(service) + "/q/metrics")).isEqualTo(200);
        }
    }

    @Test
    void an_apprentice_becomes_eligible_and_a_revocation_takes_it_back_however_often_everything_is_said()
            throws InterruptedException {
        Journey plain = new Journey(running.clients(), seed);
        plain.becomeEligible();
        plain.revoke(plain.correct());
        running.awaitTakenIn();
        JsonNode once = plain.endState();
        assertThat(once.path("credited").asInt()).isEqualTo(13);

        Journey repeated = new Journey(running.clients().through(everyPostTwice()), seed);
        repeated.becomeEligible();
        republishEverythingTwice();
        String completion = repeated.correct();
        republishEverythingTwice();
        repeated.revoke(completion);
        republishEverythingTwice();

        assertThat(repeated.endState()).isEqualTo(once);
        assertThat(plain.endState()).isEqualTo(once);
        assertThat(eligibilityChanges(repeated.apprenticeId())).isEqualTo(eligibilityChanges(plain.apprenticeId()));
    }

    @Test
    void a_credential_is_verified_at_the_addresses_that_it_names_and_revoked_with_the_eligibility() throws Exception {
        Journey journey = new Journey(running.clients(), seed);
        journey.becomeEligible();

        ShownCredential shown = new ShownCredential(journey.credential());

        assertThat(shown.isSigned()).isTrue();
        assertThat(shown.isRevoked()).isFalse();
        journey.revoke(journey.correct());
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(shown::isRevoked);
    }

    @Test
    void every_event_on_the_topics_keeps_its_contract() {
        try (TopicClient topics = client()) {
            for (String topic : List.of(
                    Topics.COMPETENCY_COMPLETED,
                    Topics.TRAINING_PLAN_CHANGED,
                    Topics.CERTIFICATION_RULE_CHANGED,
                    Topics.CERTIFICATION_ELIGIBILITY_CHANGED)) {
                for (ConsumerRecord<byte[], byte[]> message : topics.readAll(topic)) {
                    EventContract.of(String.valueOf(TopicClient.header(message, "ce_type")))
                            .requireKeptBy(new String(message.value(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    @Test
    void no_log_names_the_person_whatever_was_said_of_it() throws IOException {
        Journey journey = new Journey(running.clients(), seed);
        journey.becomeEligible();
        ApiClient plan = running.clients().agency(Service.PLAN);
        JsonNode broken =
                Cohort.JSON.createObjectNode().put("name", Journey.NAME).put(Journey.NAME, 1);
        assertThat(plan.send("POST", "/apprentices", broken, Map.of()).status()).isEqualTo(400);
        assertThat(plan.send("GET", "/apprentices?q=Journey%20Apprentice", null, Map.of())
                        .status())
                .isLessThan(500);

        try (Stream<Path> logs = Files.list(running.home().logs())) {
            for (Path log : logs.toList()) {
                assertThat(Files.readString(log, StandardCharsets.UTF_8))
                        .as(log.getFileName().toString())
                        .isNotEmpty()
                        .doesNotContain(Journey.NAME, journey.learnerId());
            }
        }
    }

    private static int status(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static ApiClient.Exchange everyPostTwice() {
        ApiClient.Exchange http = ApiClient.Exchange.overHttp();
        return request -> {
            var first = http.send(request);
            if (request.method().equals("POST")) {
                http.send(request);
            }
            return first;
        };
    }

    private static void republishEverythingTwice() {
        try (TopicClient topics = client()) {
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            all.addAll(topics.readAll(Topics.CERTIFICATION_RULE_CHANGED));
            all.addAll(topics.readAll(Topics.TRAINING_PLAN_CHANGED));
            all.addAll(topics.readAll(Topics.COMPETENCY_COMPLETED));
            assertThat(all).isNotEmpty();
            all.forEach(topics::sendAgain);
            all.forEach(topics::sendAgain);
        }
        running.awaitTakenIn();
    }

    /** What was said outside about an apprentice's eligibilities: per certification in order, without ids and times. */
    private static Map<String, List<String>> eligibilityChanges(UUID apprenticeId) throws InterruptedException {
        Set<String> seen = new LinkedHashSet<>();
        Map<String, List<String>> changes = new TreeMap<>();
        try (TopicClient topics = client()) {
            for (ConsumerRecord<byte[], byte[]> message : topics.readAll(Topics.CERTIFICATION_ELIGIBILITY_CHANGED)) {
                boolean isAbout = new String(message.key(), StandardCharsets.UTF_8).equals(apprenticeId.toString());
                if (isAbout && seen.add(String.valueOf(TopicClient.header(message, "ce_id")))) {
                    JsonNode data = Cohort.JSON.readTree(message.value());
                    changes.computeIfAbsent(data.path("certificationName").asText(), name -> new ArrayList<>())
                            .add(data.path("eligible").asText() + " "
                                    + data.path("since").asText());
                }
            }
        } catch (IOException e) {
            throw new AssertionError("An event is not JSON", e);
        }
        assertThat(changes).isNotEmpty();
        return changes;
    }

    private static TopicClient client() {
        return new TopicClient(running.platform().kafka().bootstrapServers());
    }
}
