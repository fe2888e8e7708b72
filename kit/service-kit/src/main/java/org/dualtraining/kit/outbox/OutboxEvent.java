package org.dualtraining.kit.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event to be published, exactly as its consumers will see it.
 *
 * @param key what orders it: records of one key never overtake each other
 * @param aggregateVersion only goes up per aggregate within an epoch
 * @param data the CloudEvents data, written as JSON
 */
public record OutboxEvent(
        UUID eventId,
        String topic,
        String key,
        String type,
        UUID aggregateId,
        int epoch,
        long aggregateVersion,
        Instant time,
        Object data) {}
