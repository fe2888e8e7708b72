package org.dualtraining.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes outbox rows as CloudEvents 1.0 in binary mode. Re-created after a failure, so that order starts afresh. */
final class RelayProducer {

    private final Map<String, Object> settings;
    private final String source;
    private @Nullable KafkaProducer<String, byte[]> kafka;

    RelayProducer(String servers, String source) {
        this.source = source;
        this.settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                15_000);
    }

    Future<RecordMetadata> send(ResultSet row) throws SQLException {
        ProducerRecord<String, byte[]> kafkaRecord = new ProducerRecord<>(
                row.getString("topic"),
                row.getString("record_key"),
                row.getString("payload").getBytes(StandardCharsets.UTF_8));
        Instant time = row.getTimestamp("created_at").toInstant();
        header(kafkaRecord, "ce_specversion", "1.0");
        header(kafkaRecord, "ce_id", row.getString("event_id"));
        header(kafkaRecord, "ce_source", source);
        header(kafkaRecord, "ce_type", row.getString("type"));
        header(kafkaRecord, "ce_subject", row.getString("record_key"));
        header(kafkaRecord, "ce_time", time.toString());
        header(kafkaRecord, "content-type", "application/json");
        KafkaProducer<String, byte[]> current = kafka();
        // after the first failure nothing more may go out: a later record would overtake the failed one
        return current.send(kafkaRecord, (sent, failure) -> {
            if (failure != null) {
                current.close(Duration.ZERO);
            }
        });
    }

    void flush() {
        if (kafka != null) {
            kafka.flush();
        }
    }

    void close() {
        if (kafka != null) {
            kafka.close(Duration.ZERO);
            kafka = null;
        }
    }

    private KafkaProducer<String, byte[]> kafka() {
        if (kafka == null) {
            kafka = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return kafka;
    }

    private static void header(ProducerRecord<String, byte[]> kafkaRecord, String name, String value) {
        kafkaRecord.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
