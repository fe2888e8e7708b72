package org.dualtraining.progress.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dualtraining.progress.Facts;
import org.dualtraining.progress.credit.CreditFact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventReaderTest {

    private final Facts facts = new Facts();
    private final UUID id = UUID.randomUUID();
    private final Map<String, Object> data = facts.competency(0, 7, "2026-05-15", 3);
    private final Map<String, String> headers =
            new HashMap<>(Facts.headers("/plan-service", Facts.COMPLETED, id, facts.apprenticeId));
    private byte @Nullable [] key = facts.apprenticeId.toString().getBytes(StandardCharsets.UTF_8);

    @Test
    void binary_and_structured_mode_give_the_same_event() {
        CreditFact binary = decode(Facts.json(data));
        headers.clear();
        headers.put("content-type", "application/cloudevents+json; charset=UTF-8");
        CreditFact structured =
                decode(Facts.structured("/plan-service", Facts.COMPLETED, id, facts.apprenticeId, data));
        assertThat(structured).isEqualTo(binary);
        assertThat(binary.eventId()).isEqualTo(id);
        assertThat(binary.rating()).isEqualTo(3);
    }

    @Test
    void members_that_nobody_knows_are_ignored() {
        data.put("mood", "sunny");
        assertThat(decode(Facts.json(data)).version()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "{",
                "{} {}",
                "{\"planId\":1,\"planId\":2}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void what_is_not_one_json_document_is_undecodable(String value) {
        assertThat(poison(value).deadLetterClass()).isEqualTo(DeadLetterClass.UNDECODABLE);
    }

    @Test
    void invalid_utf_8_is_undecodable() {
        byte[] broken = Facts.json(data).getBytes(StandardCharsets.UTF_8);
        broken[2] = (byte) 0xff;
        assertThat(poison(broken).deadLetterClass()).isEqualTo(DeadLetterClass.UNDECODABLE);
        key = new byte[] {(byte) 0xc3, 0x28};
        assertThat(poison(Facts.json(data)).deadLetterClass()).isEqualTo(DeadLetterClass.UNDECODABLE);
    }

    @Test
    void a_missing_value_is_no_deletion() {
        assertThat(poison((byte @Nullable []) null).deadLetterClass()).isEqualTo(DeadLetterClass.UNDECODABLE);
    }

    @Test
    void a_record_without_cloudevents_attributes_is_undecodable() {
        headers.clear();
        assertThat(poison(Facts.json(data)).deadLetterClass()).isEqualTo(DeadLetterClass.UNDECODABLE);
    }

    @Test
    void a_value_of_half_a_mebibyte_is_too_large() {
        data.put("padding", "x".repeat(512 * 1024));
        assertThat(poison(Facts.json(data)).deadLetterClass()).isEqualTo(DeadLetterClass.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3, SCHEMA",
        "ce_id, 4711, SCHEMA",
        "ce_source, /somebody-else, FORGED",
        "ce_subject, 00000000-0000-0000-0000-000000000000, FORGED",
        "ce_type, org.dualtraining.competency-forgotten.v1, UNKNOWN_TYPE",
        "ce_type, org.dualtraining.competency-completed.v2, UNKNOWN_TYPE"
    })
    void attributes_that_do_not_fit_are_classified(String header, String value, DeadLetterClass expected) {
        headers.put(header, value);
        assertThat(poison(Facts.json(data)).deadLetterClass()).isEqualTo(expected);
    }

    @Test
    void a_key_that_is_not_the_apprentice_is_forged() {
        headers.remove("ce_subject");
        key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        assertThat(poison(Facts.json(data)).deadLetterClass()).isEqualTo(DeadLetterClass.FORGED);
        key = null;
        assertThat(poison(Facts.json(data)).deadLetterClass()).isEqualTo(DeadLetterClass.SCHEMA);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "planId, null",
                "planId, 42",
                "planId, 1-1-1-1-1",
                "competencyId, ''",
                "delivery, AT_HOME",
                "basis, null",
                "completedOn, 2026-02-30",
                "completedOn, +99999-01-01",
                "completedOn, 1066-10-14",
                "rating, five",
                "epoch, 0",
                "recordedAt, yesterday",
                "recordedAt, 2026-05-16"
            })
    void a_wrong_member_is_named_and_its_value_is_not(String member, String value) {
        data.put(member, value);
        Poison poison = poison(Facts.json(data));
        assertThat(poison.deadLetterClass()).isEqualTo(DeadLetterClass.SCHEMA);
        assertThat(poison.reason()).startsWith("/" + member + ": ");
        if (value != null && !value.isEmpty()) {
            assertThat(poison.reason()).doesNotContain(value);
        }
    }

    @Test
    void numbers_out_of_range_are_schema() {
        for (Object rating : new Object[] {5, -1, 2.5, Long.MAX_VALUE, true}) {
            data.put("rating", rating);
            assertThat(poison(Facts.json(data)).reason()).startsWith("/rating: ");
        }
    }

    private CreditFact decode(String value) {
        return CreditFact.from(
                CloudEventReader.read(received(value.getBytes(StandardCharsets.UTF_8)), "/plan-service"));
    }

    private Poison poison(String value) {
        return poison(value.getBytes(StandardCharsets.UTF_8));
    }

    private Poison poison(byte @Nullable [] value) {
        return catchThrowableOfType(
                Poison.class, () -> CreditFact.from(CloudEventReader.read(received(value), "/plan-service")));
    }

    private ConsumerRecord<byte[], byte[]> received(byte @Nullable [] value) {
        ConsumerRecord<byte[], byte[]> received = new ConsumerRecord<>("competency-completed", 0, 0, key, value);
        headers.forEach((name, text) -> received.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return received;
    }
}
