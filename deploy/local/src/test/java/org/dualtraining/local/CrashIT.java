package org.dualtraining.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.dualtraining.local.Cohort.Trainee;
import org.dualtraining.testkit.TopicClient;
import org.dualtraining.testkit.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Kills plan-service and progress-service with kill -9 while completions flow, and finds every accepted completion exactly
 * once. A kill counts only when it landed with work in flight: for plan-service a request that got no answer, or outbox
 * rows that were committed and not published; for progress-service records that were in its topics before the kill and
 * whose offset it had not committed.
 */
class CrashIT {

    private static final int LANDED_KILLS = Integer.getInteger("crash.kills", 3);
    private static final int MOST_ATTEMPTS = 30;
    private static final int APPRENTICES = 400;
    private static final int BURST = 24;
    private static final Duration LONGEST_BURST = Duration.ofSeconds(3);
    private static final Duration READY = Duration.ofSeconds(60);

    private static FreshPlatform running;
    private static Feed feed;

    @BeforeAll
    static void start() {
        running = FreshPlatform.start("crash");
        PublishedSeed seed = new SeedLoader(running.home().repository(), running.clients(), line -> {}).load();
        feed = new Feed(running.clients(), seed, APPRENTICES);
        running.awaitTakenIn();
    }

    @AfterAll
    static void stop() {
        if (feed != null) {
            feed.close();
        }
        if (running != null) {
            running.close();
        }
    }

    @Test
    void every_accepted_completion_counts_exactly_once_however_often_the_services_are_killed() throws SQLException {
        long randomSeed = System.nanoTime();
        System.out.println("CrashIT random seed: " + randomSeed);
        Random random = new Random(randomSeed);
        int landed = 0;
        int attempts = 0;
        while (landed < LANDED_KILLS && attempts < MOST_ATTEMPTS) {
            List<Service> victims = List.of(
                            List.of(Service.PLAN), List.of(Service.PROGRESS), List.of(Service.PLAN, Service.PROGRESS))
                    .get(random.nextInt(3));
            landed += killDuringABurst(victims, random);
            attempts += victims.size();
        }
        feed.finish();
        awaitPublished();
        running.awaitTakenIn();

        report(landed, attempts);
        assertThat(landed).as("kills that landed with work in flight").isGreaterThanOrEqualTo(LANDED_KILLS);
        assertThat(feed.refusals()).isEmpty();
        for (Trainee trainee : feed.trainees()) {
            assertThat(creditedCompetencies(trainee)).as(trainee.name()).isEqualTo(feed.acceptedOf(trainee));
        }
        assertThat(count("progress", "SELECT count(*) FROM plan_line WHERE state = 'CREDITED'"))
                .isEqualTo(feed.accepted());
        assertThat(count("plan", "SELECT count(*) FROM course_completion")).isEqualTo(feed.accepted());
        assertEveryEventAppliedOnce();
    }

    /** Gives how many of the kills landed with work in flight. */
    private static int killDuringABurst(List<Service> victims, Random random) {
        long began = System.nanoTime();
        int answered = feed.answered();
        feed.burst(BURST);
        Map<TopicPartition, Long> ends = awaitWorkOf(victims, answered + random.nextInt(BURST));
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(15)).toNanos());
        long killed = System.nanoTime();
        victims.forEach(victim -> running.platform().service(victim).kill());
        int landed = 0;
        if (victims.contains(Service.PROGRESS) && running.missing(ends) > 0) {
            landed++;
        }
        if (victims.contains(Service.PLAN) && (unpublished() > 0 || feed.cutBetween(began, killed) > 0)) {
            landed++;
        }
        victims.forEach(victim -> running.platform().startService(victim));
        victims.forEach(victim -> running.platform().awaitReady(victim));
        return landed;
    }

    /**
     * Waits until a random part of the burst is answered, so that a kill comes at every stage of the work, and there is
     * something to interrupt; whether it was interrupted is judged after the kill.
     */
    private static Map<TopicPartition, Long> awaitWorkOf(List<Service> victims, int answered) {
        long end = System.nanoTime() + LONGEST_BURST.toNanos();
        Map<TopicPartition, Long> ends = running.ends();
        while (System.nanoTime() < end) {
            boolean isReading = !victims.contains(Service.PROGRESS) || running.missing(ends) > 0;
            boolean isTaking = !victims.contains(Service.PLAN) || feed.inFlight() > 0;
            if (feed.answered() >= answered && isReading && isTaking) {
                break;
            }
            ends = running.ends();
        }
        return ends;
    }

    private static void awaitPublished() {
        Awaitility.await("the outbox is empty").atMost(READY).until(() -> unpublished() == 0);
    }

    private static long unpublished() {
        try {
            return count("plan", "SELECT count(*) FROM outbox WHERE published_at IS NULL");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> creditedCompetencies(Trainee trainee) {
        JsonNode progress =
                running.clients().agency(Service.PROGRESS).get("/training-plans/" + trainee.planId() + "/progress");
        Set<String> credited = new TreeSet<>();
        for (JsonNode line : progress.path("lines")) {
            if (line.path("state").asText().equals("CREDITED")) {
                credited.add(line.path("competencyName").asText());
            }
        }
        assertThat(progress.path("credited").asInt()).isEqualTo(credited.size());
        return credited;
    }

    /** The relay may repeat a record; the topic, the outbox and the inbox must name the same events. */
    private static void assertEveryEventAppliedOnce() throws SQLException {
        Set<String> published;
        try (TopicClient topics = new TopicClient(running.platform().kafka().bootstrapServers())) {
            published = topics.readAll(Topics.COMPETENCY_COMPLETED).stream()
                    .map(message -> String.valueOf(TopicClient.header(message, "ce_id")))
                    .collect(Collectors.toSet());
        }
        assertThat((long) published.size())
                .isEqualTo(feed.accepted())
                .isEqualTo(count("plan", "SELECT count(*) FROM outbox WHERE topic = 'competency-completed'"))
                .isEqualTo(count("progress", "SELECT count(*) FROM credit_fact"))
                .isEqualTo(count("progress", "SELECT count(DISTINCT event_id) FROM credit_fact"));
        assertThat(count("progress", "SELECT count(*) FROM dead_letter")).isZero();
    }

    private static void report(int landed, int attempts) throws SQLException {
        long records;
        try (TopicClient topics = new TopicClient(running.platform().kafka().bootstrapServers())) {
            records = topics.readAll(Topics.COMPETENCY_COMPLETED).size();
        }
        System.out.printf(
                "CrashIT: %d kills, %d landed with work in flight; %d completions accepted;"
                        + " %d records for %d events, %d records read again%n",
                attempts,
                landed,
                feed.accepted(),
                records,
                feed.accepted(),
                count("progress", "SELECT coalesce(sum(redelivered + duplicate), 0) FROM intake_ledger"));
    }

    private static long count(String database, String sql) throws SQLException {
        try (Connection connection =
                        running.platform().postgres().superuser(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
