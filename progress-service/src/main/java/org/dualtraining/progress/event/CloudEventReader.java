package org.dualtraining.progress.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads CloudEvents 1.0 from Kafka records, binary mode ({@code ce_} headers, the value is the data) and structured mode
 * ({@code application/cloudevents+json}). It starts from bytes, because a failed deserializer would hand over a null
 * that looks like a deletion. Its own JSON reader ignores unknown members, other than the HTTP API's.
 */
public final class CloudEventReader {

    private static final int LARGEST = 512 * 1024;
    private static final String STRUCTURED = "application/cloudevents+json";

    private static final ObjectReader JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(30)
                            .maxNumberLength(30)
                            .build())
                    .build())
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .without(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);

    private CloudEventReader() {}

    /** @param source the one that writes this topic; events of any other are forged */
    public static CloudEvent read(ConsumerRecord<byte[], byte[]> received, String source) {
        byte[] value = received.value();
        if (value == null || value.length == 0) {
            throw new Poison(DeadLetterClass.UNDECODABLE, "the record has no value");
        }
        if (value.length > LARGEST) {
            throw new Poison(DeadLetterClass.TOO_LARGE, "the value has more than " + LARGEST + " bytes");
        }
        CloudEvent event = isStructured(received) ? structured(received, value) : binary(received, value);
        if (!event.source().equals(source)) {
            throw new Poison(DeadLetterClass.FORGED, "the source is not the one that owns this topic");
        }
        return event;
    }

    private static CloudEvent binary(ConsumerRecord<byte[], byte[]> received, byte[] value) {
        String version = header(received, "ce_specversion");
        if (version == null) {
            throw new Poison(
                    DeadLetterClass.UNDECODABLE,
                    "neither ce_ headers nor content-type " + STRUCTURED + ": not a CloudEvent");
        }
        return event(
                received,
                version,
                header(received, "ce_id"),
                header(received, "ce_source"),
                header(received, "ce_type"),
                header(received, "ce_subject"),
                json(value));
    }

    private static CloudEvent structured(ConsumerRecord<byte[], byte[]> received, byte[] value) {
        JsonNode envelope = json(value);
        if (!envelope.isObject()) {
            throw new Poison(DeadLetterClass.UNDECODABLE, "the structured event is not an object");
        }
        JsonNode data = envelope.get("data");
        if (data == null) {
            throw new Poison(DeadLetterClass.SCHEMA, "data: is required");
        }
        return event(
                received,
                attribute(envelope, "specversion"),
                attribute(envelope, "id"),
                attribute(envelope, "source"),
                attribute(envelope, "type"),
                attribute(envelope, "subject"),
                data);
    }

    private static CloudEvent event(
            ConsumerRecord<byte[], byte[]> received,
            @Nullable String version,
            @Nullable String id,
            @Nullable String source,
            @Nullable String type,
            @Nullable String subject,
            JsonNode data) {
        if (!"1.0".equals(version)) {
            throw new Poison(DeadLetterClass.SCHEMA, "specversion: must be 1.0");
        }
        if (source == null || type == null) {
            throw new Poison(DeadLetterClass.SCHEMA, "source, type: are required");
        }
        byte[] keyBytes = received.key();
        if (keyBytes == null) {
            throw new Poison(DeadLetterClass.SCHEMA, "the record has no key");
        }
        String key = utf8(keyBytes);
        if (subject != null && !subject.equals(key)) {
            throw new Poison(DeadLetterClass.FORGED, "the subject is not the record's key");
        }
        return new CloudEvent(uuid(id), source, type, key, EventFields.of(data));
    }

    private static UUID uuid(@Nullable String id) {
        try {
            if (id != null && id.length() == 36) {
                return UUID.fromString(id);
            }
        } catch (IllegalArgumentException e) {
            // refused below, without the value
        }
        throw new Poison(DeadLetterClass.SCHEMA, "id: must be a UUID");
    }

    private static boolean isStructured(ConsumerRecord<byte[], byte[]> received) {
        String type = header(received, "content-type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(STRUCTURED);
    }

    private static JsonNode json(byte[] value) {
        try {
            JsonNode node = JSON.readTree(value);
            if (!node.isMissingNode()) {
                return node;
            }
        } catch (IOException e) {
            // the parser's message quotes the text: it stays here
        }
        throw new Poison(DeadLetterClass.UNDECODABLE, "the value is not one JSON document");
    }

    private static @Nullable String attribute(JsonNode envelope, String name) {
        JsonNode value = envelope.get(name);
        return value == null || !value.isTextual() ? null : value.textValue();
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> received, String name) {
        Header header = received.headers().lastHeader(name);
        return header == null || header.value() == null ? null : utf8(header.value());
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Poison(DeadLetterClass.UNDECODABLE, "key or headers are not UTF-8");
        }
    }
}
