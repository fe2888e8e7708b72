package org.dualtraining.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.dualtraining.local.Cohort.College;
import org.dualtraining.local.Cohort.Trainee;

/**
 * A college that posts completions from eight threads, singly and in small batches, and does what a college must do: it
 * sends again, with the same key, until it has an answer.
 */
final class Feed implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int BATCH = 20;

    /** The first section of the framework: what colleges teach. */
    private static final int RELATED_INSTRUCTION = 10;

    private static final Duration BEFORE_RETRY = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<Trainee> trainees;
    private final College college;
    private final ConcurrentLinkedQueue<Fact> waiting = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Fact> accepted = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> cutRequests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /** One course of one apprentice; each course teaches one competency. */
    private record Fact(Trainee trainee, String courseCode, String competency) {}

    Feed(ApiClients clients, PublishedSeed seed, int apprentices) {
        Cohort cohort = new Cohort(clients, seed);
        cohort.addEmployer("Crash Clinic");
        college = cohort.addCollege("Crash College");
        Map<String, String> courses = new HashMap<>();
        seed.competencies().keySet().stream()
                .limit(RELATED_INSTRUCTION)
                .forEach(competency -> courses.put("C" + courses.size(), competency));
        courses.forEach((code, competency) -> cohort.map(college, code, List.of(competency)));
        for (int i = 0; i < apprentices; i++) {
            cohort.addTrainee("Crash Apprentice " + i, i);
        }
        trainees = List.copyOf(cohort.trainees());
        List<Fact> facts = new ArrayList<>();
        trainees.forEach(
                trainee -> courses.forEach((code, competency) -> facts.add(new Fact(trainee, code, competency))));
        Collections.shuffle(facts, new Random(1));
        waiting.addAll(facts);
    }

    /** Hands out work and does not wait for it. */
    void burst(int posts) {
        for (int i = 0; i < posts; i++) {
            boolean asBatch = i % 3 == 0;
            List<Fact> facts = take(asBatch ? BATCH : 1);
            threads.execute(() -> deliver(facts, asBatch));
        }
    }

    private List<Fact> take(int number) {
        List<Fact> taken = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Fact fact = waiting.poll();
            if (fact == null) {
                throw new IllegalStateException("All completions are used up: more apprentices are needed");
            }
            taken.add(fact);
        }
        return taken;
    }

    private void deliver(List<Fact> facts, boolean asBatch) {
        String path = asBatch ? "/course-completions/batch" : "/course-completions";
        JsonNode body = asBatch ? batch(facts) : completion(facts.get(0));
        Map<String, String> headers =
                Map.of("Idempotency-Key", UUID.randomUUID().toString());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            inFlight.incrementAndGet();
            try {
                ApiClient.Answer answer = college.api().send("POST", path, body, headers);
                if (answer.status() < 300) {
                    answered.incrementAndGet();
                    judge(facts, answer.body());
                    return;
                }
                boolean isTemporary = answer.status() == 503 || answer.status() == 409;
                if (!isTemporary) {
                    refusals.add(answer.status() + " " + answer.body());
                    return;
                }
            } catch (ApiClient.NoAnswer e) {
                cutRequests.add(began);
            } finally {
                inFlight.decrementAndGet();
            }
            LockSupport.parkNanos(BEFORE_RETRY.toNanos());
        }
        refusals.add("no answer within " + PATIENCE);
    }

    private void judge(List<Fact> facts, JsonNode answer) {
        Iterable<JsonNode> receipts = answer.isArray() ? answer : List.of(answer);
        for (JsonNode receipt : receipts) {
            String status = receipt.path("status").asText();
            if (!status.equals("ACCEPTED") && !status.equals("DUPLICATE")) {
                refusals.add(receipt.toString());
            }
        }
        accepted.addAll(facts);
    }

    private ArrayNode batch(List<Fact> facts) {
        ArrayNode rows = Cohort.JSON.createArrayNode();
        facts.forEach(fact -> rows.add(completion(fact)));
        return rows;
    }

    private static ObjectNode completion(Fact fact) {
        return Cohort.JSON
                .createObjectNode()
                .put("learnerId", fact.trainee().learnerId())
                .put("courseCode", fact.courseCode())
                .put("completedOn", "2025-05-15")
                .put("passed", true)
                .put("sourceRecordId", fact.trainee().learnerId() + "-" + fact.courseCode());
    }

    /** Waits until everything that was handed out is answered. */
    void finish() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toSeconds() + 10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Completions are still without an answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    long accepted() {
        return accepted.size();
    }

    Set<String> acceptedOf(Trainee trainee) {
        Set<String> competencies = new TreeSet<>();
        accepted.stream()
                .filter(fact -> fact.trainee().equals(trainee))
                .forEach(fact -> competencies.add(fact.competency()));
        return competencies;
    }

    /** Posts that were accepted so far. */
    int answered() {
        return answered.get();
    }

    /** Requests that wait for their answer now. */
    int inFlight() {
        return inFlight.get();
    }

    /** How many requests that began in a span of time ended without an answer. */
    long cutBetween(long from, long to) {
        return cutRequests.stream()
                .filter(began -> began >= from && began <= to)
                .count();
    }

    List<String> refusals() {
        return List.copyOf(refusals);
    }

    List<Trainee> trainees() {
        return trainees;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
