package org.dualtraining.bench.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dualtraining.local.LauncherFailure;
import org.jspecify.annotations.Nullable;

/** Writes events in plan-service's stead, as fast as Kafka takes them, and knows that all of them arrived. */
public final class EventWriter implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private volatile @Nullable Exception failure;
    private @Nullable Future<RecordMetadata> last;
    private final String time = Instant.now().toString();

    public EventWriter(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        10,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Returns when all of them are acknowledged. */
    public void write(Stream<Event> events) {
        for (Iterator<Event> each = events.iterator(); each.hasNext(); ) {
            send(each.next());
        }
        flush();
    }

    /** Does not wait; {@link #flush()} does. */
    public void send(Event event) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                event.topic(), event.key().toString(), event.data().getBytes(StandardCharsets.UTF_8));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", event.id().toString());
        header(message, "ce_source", event.source());
        header(message, "ce_type", "org.dualtraining." + event.type());
        header(message, "ce_subject", event.key().toString());
        header(message, "ce_time", time);
        header(message, "content-type", "application/json");
        last = producer.send(message, (sent, fault) -> {
            if (fault != null) {
                failure = fault;
            }
        });
    }

    public void flush() {
        producer.flush();
        Exception fault = failure;
        if (fault != null || (last != null && !last.isDone())) {
            throw new LauncherFailure("Kafka did not take an event: " + fault);
        }
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
