package org.dualtraining.progress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.dualtraining.progress.event.CloudEvent;
import org.dualtraining.progress.event.Verdict;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A topic of its own, on which one fact breaks whatever it is applied with. */
@QuarkusTest
class RecordByRecordTest implements Topic<Integer> {

    private final BatchIntake intake;
    private final Ledger ledger;
    private final Jdbi jdbi;
    private final List<Integer> applied = new ArrayList<>();
    private final String name = "fragile-" + UUID.randomUUID();

    RecordByRecordTest(BatchIntake intake, Ledger ledger, Jdbi jdbi) {
        this.intake = intake;
        this.ledger = ledger;
        this.jdbi = jdbi;
    }

    @Test
    void one_record_that_cannot_be_applied_does_not_spoil_its_batch() {
        intake.take(this, polled(1, 2, 13, 4));

        assertThat(applied).containsExactly(1, 2, 4);
        assertThat(letters()).containsExactly("2 UNPROCESSABLE");
        Ledger.Row row = row();
        assertThat(row.received()).isEqualTo(4);
        assertThat(row.applied()).isEqualTo(3);
        assertThat(row.deadLettered()).isEqualTo(1);
        assertThat(row.nextOffset()).isEqualTo(4);
    }

    @Test
    void records_that_come_again_after_a_kill_are_counted_as_that_and_nothing_else() {
        ConsumerRecords<byte[], byte[]> polled = polled(1, 13, 3);
        intake.take(this, polled);
        intake.take(this, polled);

        Ledger.Row row = row();
        assertThat(row.received()).isEqualTo(3);
        assertThat(row.redelivered()).isEqualTo(3);
        assertThat(row.applied()).isEqualTo(2);
        assertThat(row.duplicate()).isZero();
        assertThat(row.deadLettered()).isEqualTo(1);
        assertThat(applied).containsExactly(1, 3);
        assertThat(jdbi.<Long, RuntimeException>withHandle(
                        handle -> handle.createQuery("SELECT count(*) FROM outbox WHERE payload->>'topic' = :topic")
                                .bind("topic", name)
                                .mapTo(Long.class)
                                .one()))
                .isEqualTo(1);
    }

    private List<String> letters() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT record_offset || ' ' || dead_letter_class FROM dead_letter WHERE topic = :topic")
                .bind("topic", name)
                .mapTo(String.class)
                .list());
    }

    private Ledger.Row row() {
        Optional<Ledger.Row> row =
                ledger.rows().stream().filter(kept -> kept.topic().equals(name)).findFirst();
        return row.orElseThrow();
    }

    private ConsumerRecords<byte[], byte[]> polled(int... numbers) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int number : numbers) {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("ce_specversion", "1.0");
            headers.put("ce_id", UUID.randomUUID().toString());
            headers.put("ce_source", source());
            headers.put("ce_type", "number");
            RecordHeaders kafkaHeaders = new RecordHeaders();
            headers.forEach((header, value) -> kafkaHeaders.add(header, value.getBytes(StandardCharsets.UTF_8)));
            records.add(new ConsumerRecord<>(
                    name,
                    0,
                    records.size(),
                    System.currentTimeMillis(),
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    new byte[] {'k'},
                    ("{\"number\":" + number + "}").getBytes(StandardCharsets.UTF_8),
                    kafkaHeaders,
                    Optional.empty()));
        }
        return new ConsumerRecords<>(Map.of(new TopicPartition(name, 0), records), new HashMap<>());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String source() {
        return "/fragile";
    }

    @Override
    public Integer decode(CloudEvent event) {
        return event.data().integer("number", 0, 100);
    }

    @Override
    public List<Verdict> apply(List<Integer> facts) {
        if (facts.contains(13)) {
            throw new IllegalStateException("unlucky");
        }
        applied.addAll(facts);
        return facts.stream().map(fact -> Verdict.APPLIED).toList();
    }
}
