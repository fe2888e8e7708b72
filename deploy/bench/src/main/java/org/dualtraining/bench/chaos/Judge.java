package org.dualtraining.bench.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dualtraining.bench.load.Curriculum;
import org.dualtraining.bench.load.ProgressBooks;
import org.dualtraining.local.ApiClient;
import org.dualtraining.local.Cohort;
import org.dualtraining.local.FreshPlatform;
import org.dualtraining.local.Service;
import org.dualtraining.testkit.TopicClient;
import org.dualtraining.testkit.Topics;

/** Compares what progress-service says, has in its books and has told others with the story; gives what is wrong. */
final class Judge {

    private static final int MOST = 20;

    private final FreshPlatform platform;
    private final Story story;
    private final ProgressBooks books;
    private final List<String> wrong = new ArrayList<>();

    Judge(FreshPlatform platform, Story story) {
        this.platform = platform;
        this.story = story;
        this.books = new ProgressBooks(platform.platform().postgres().superuser(Service.PROGRESS.label()));
    }

    List<String> verdict() {
        states();
        ledger();
        eligibilityEvents();
        books.close();
        return wrong.size() <= MOST ? List.copyOf(wrong) : wrong.subList(0, MOST);
    }

    private void states() {
        ApiClient progress = platform.clients().agency(Service.PROGRESS);
        for (int plan = 0; plan < story.apprentices(); plan++) {
            JsonNode answer = progress.get("/training-plans/" + Curriculum.planId(plan) + "/progress");
            int line = 0;
            int credited = 0;
            for (JsonNode found : answer.path("lines")) {
                Story.Word word = story.latest(plan, line++);
                String expected = word == null ? "OPEN" : word.isCredited() ? "CREDITED" : "REVOKED";
                require(
                        "the state of plan " + plan + ", line " + line,
                        expected,
                        found.path("state").asText());
                if (word != null) {
                    require(
                            "the event behind plan " + plan + ", line " + line,
                            word.eventId().toString(),
                            found.path("eventId").asText());
                }
                if (word != null && word.isCredited()) {
                    credited++;
                    require(
                            "the day of plan " + plan + ", line " + line,
                            word.completedOn().toString(),
                            found.path("completedOn").asText());
                }
            }
            require("the lines of plan " + plan, Curriculum.LINES, line);
            require(
                    "the credits of plan " + plan,
                    credited,
                    answer.path("credited").asInt());
        }
    }

    /** The column for parked records came later than the others. */
    private void ledger() {
        require("records that the ledger does not explain", 0L, books.number("""
                SELECT sum(received) - sum(applied + duplicate + stale + dead_lettered
                           + coalesce(CAST(to_jsonb(l) ->> 'parked' AS bigint), 0)) FROM intake_ledger l
                """));
        require("dead letters", 0L, books.deadLetters());
        require("applied completions", (long) story.told(), books.applied(Topics.COMPETENCY_COMPLETED));
        require("facts", (long) story.told(), books.number("SELECT count(*) FROM credit_fact"));
        require(
                "events behind the facts",
                (long) story.told(),
                books.number("SELECT count(DISTINCT event_id) FROM credit_fact"));
        long inTopics =
                platform.ends().values().stream().mapToLong(Long::longValue).sum();
        require("records received", inTopics, books.number("SELECT sum(received) FROM intake_ledger"));
    }

    /**
     * Per apprentice, in the order of the topic: times only go up, what is gained is not gained again before it is lost, and
     * the last word is the story's. A relay that was killed may repeat a record; a repeat tells nothing new.
     */
    private void eligibilityEvents() {
        Map<String, Boolean> eligible = new HashMap<>();
        Map<String, Instant> times = new HashMap<>();
        Set<String> known = new HashSet<>();
        try (TopicClient topics = new TopicClient(platform.platform().kafka().bootstrapServers())) {
            for (ConsumerRecord<byte[], byte[]> message : topics.readAll(Topics.CERTIFICATION_ELIGIBILITY_CHANGED)) {
                if (!known.add(String.valueOf(TopicClient.header(message, "ce_id")))) {
                    continue;
                }
                JsonNode data = data(message);
                String who = data.path("planId").asText() + " "
                        + data.path("certificationId").asText();
                boolean now = data.path("eligible").asBoolean();
                require(
                        "whether " + who + " gained what it had, or lost what it had not",
                        now,
                        !eligible.getOrDefault(who, false));
                eligible.put(who, now);
                Instant time = Instant.parse(data.path("recordedAt").asText());
                Instant before = times.merge(data.path("apprenticeId").asText(), time, (a, b) -> a.isAfter(b) ? a : b);
                if (before.isAfter(time)) {
                    wrong.add("an older word on the eligibility of " + who + " came after a newer one");
                }
            }
        }
        for (int plan = 0; plan < story.apprentices(); plan++) {
            require(
                    "what others were told last of plan " + plan,
                    story.isEligibleForTouchy(plan),
                    eligible.getOrDefault(Curriculum.planId(plan) + " " + story.touchyCertification(), false));
        }
    }

    private static JsonNode data(ConsumerRecord<byte[], byte[]> message) {
        try {
            return Cohort.JSON.readTree(new String(message.value(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void require(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add(what + " is " + found + ", not " + expected);
        }
    }
}
