package org.dualtraining.progress.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.EventContract;
import org.dualtraining.testkit.TopicClient;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every shape of poison between good records of its partition: it ends as one dead letter that tells nothing of its
 * content, and what is behind it is applied at once.
 */
@QuarkusTest
class PoisonConsumerTest {

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

    @Inject
    Jdbi jdbi;

    private final Door door = new Door();
    private final TopicClient kafka = Door.kafka();
    private final Listener log = new Listener();
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void listen() {
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "linger.ms", 0, "max.request.size", 2_000_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void disconnect() {
        Logger.getLogger("").removeHandler(log);
        producer.close();
        kafka.close();
    }

    @Test
    void each_shape_of_poison_is_one_dead_letter_and_delays_no_good_record() {
        JsonPath before = door.intakeWhenIdle();
        Map<PoisonShape, RecordMetadata> sent = new LinkedHashMap<>();
        long slowest = 0;
        String slowestShape = "";
        for (PoisonShape shape : PoisonShape.all()) {
            Facts behind = prepare(shape);
            sent.put(shape, send(shape.poison()));
            send(shape.good(behind));
            long begin = System.nanoTime();
            awaitVisible(shape, behind);
            long delay = System.nanoTime() - begin;
            if (delay > slowest) {
                slowest = delay;
                slowestShape = shape.name();
            }
        }
        System.out.printf(
                "%d shapes of poison; the slowest good record behind one waited %d ms: behind %s%n",
                sent.size(), Duration.ofNanos(slowest).toMillis(), slowestShape);
        assertThat(sent).hasSizeGreaterThanOrEqualTo(20);
        assertThat(Duration.ofNanos(slowest)).isLessThan(LONGEST_DELAY);
        requireOneLetterEach(sent);
        requireClosedBooks(before, door.intakeWhenIdle(), sent.size());
        requireNameNowhere();
    }

    @Test
    void all_shapes_at_once_between_good_records_are_told_apart() {
        JsonPath before = door.intakeWhenIdle();
        List<PoisonShape> shapes = PoisonShape.all();
        List<Facts> good = shapes.stream().map(this::prepare).toList();
        Map<PoisonShape, RecordMetadata> sent = new LinkedHashMap<>();
        long begin = System.nanoTime();
        for (int i = 0; i < shapes.size(); i++) {
            sent.put(shapes.get(i), send(shapes.get(i).poison()));
            send(shapes.get(i).good(good.get(i)));
        }
        for (int i = 0; i < shapes.size(); i++) {
            awaitVisible(shapes.get(i), good.get(i));
        }
        System.out.printf(
                "%d shapes of poison at once, all good records applied after %d ms%n",
                sent.size(), (System.nanoTime() - begin) / 1_000_000);
        requireOneLetterEach(sent);
        requireClosedBooks(before, door.intakeWhenIdle(), sent.size());
        requireNameNowhere();
    }

    /** What must be known before the poison and before the good record behind it. */
    private Facts prepare(PoisonShape shape) {
        Facts behind = new Facts();
        List<ProducerRecord<byte[], byte[]>> before = new ArrayList<>(shape.before());
        if (shape.topic().equals(PoisonShape.COMPETENCIES)) {
            before.add(PoisonShape.plan(behind, behind.plan(1)));
        }
        before.forEach(this::send);
        if (!shape.before().isEmpty()) {
            door.intakeWhenIdle();
        }
        return behind;
    }

    private RecordMetadata send(ProducerRecord<byte[], byte[]> message) {
        try {
            return producer.send(message).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitVisible(PoisonShape shape, Facts behind) {
        Awaitility.await("behind " + shape.name())
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> jdbi.withHandle(handle -> handle.createQuery(shape.visible())
                                .bind("plan", behind.planId)
                                .bind("certification", behind.certificationId)
                                .mapTo(Integer.class)
                                .one())
                        == 1);
    }

    private void requireOneLetterEach(Map<PoisonShape, RecordMetadata> sent) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> unpublished() == 0);
        List<ConsumerRecord<byte[], byte[]>> letters = kafka.readAll("competency-completed-dlq");
        for (ConsumerRecord<byte[], byte[]> letter : letters) {
            String all = text(letter.key())
                    + text(letter.value())
                    + StreamSupport.stream(letter.headers().spliterator(), false)
                            .map(header -> header.key() + text(header.value()))
                            .toList();
            assertThat(all).doesNotContainIgnoringCase("Zyxandra").doesNotContain("Quellmoor");
            EventContract.of("org.dualtraining.dead-letter.v1").requireKeptBy(text(letter.value()));
        }
        Map<String, List<String>> classes = letters.stream()
                .map(letter -> json(letter.value()))
                .collect(groupingBy(
                        letter -> letter.get("topic").textValue() + "-" + letter.get("partition") + "@"
                                + letter.get("offset"),
                        mapping(letter -> letter.get("deadLetterClass").textValue(), toList())));
        sent.forEach((shape, place) -> assertThat(
                        classes.get(place.topic() + "-" + place.partition() + "@" + place.offset()))
                .as(shape.name())
                .containsExactly(shape.expected().name()));
    }

    private static JsonNode json(byte[] value) {
        try {
            return new ObjectMapper().readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int unpublished() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM outbox WHERE published_at IS NULL")
                .mapTo(Integer.class)
                .one());
    }

    private static void requireClosedBooks(JsonPath before, JsonPath after, int poison) {
        assertThat(after.getLong("totals.deadLettered") - before.getLong("totals.deadLettered"))
                .isEqualTo(poison);
        for (JsonPath books : List.of(before, after)) {
            assertThat(books.getLong("totals.received"))
                    .isEqualTo(books.getLong("totals.applied")
                            + books.getLong("totals.duplicate")
                            + books.getLong("totals.stale")
                            + books.getLong("totals.parked")
                            + books.getLong("totals.deadLettered"));
        }
    }

    private void requireNameNowhere() {
        assertThat(log.lines).noneMatch(line -> line.contains("Zyxandra") || line.contains("Quellmoor"));
        for (String table : List.of("dead_letter", "outbox", "parked_event", "plan_fact", "certification_rule_fact")) {
            assertThat(jdbi.<Integer, RuntimeException>withHandle(handle -> handle.createQuery(
                                    "SELECT count(*) FROM " + table + " AS t WHERE t::text LIKE '%Quellmoor%'")
                            .mapTo(Integer.class)
                            .one()))
                    .as(table)
                    .isZero();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** All that is logged, with the messages of causes. */
    private static final class Listener extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            StringBuilder line = new StringBuilder(String.valueOf(logged.getMessage()));
            if (logged.getParameters() != null) {
                for (Object parameter : logged.getParameters()) {
                    line.append(' ').append(parameter);
                }
            }
            for (Throwable cause = logged.getThrown(); cause != null; cause = cause.getCause()) {
                line.append(' ').append(cause);
            }
            lines.add(line.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
