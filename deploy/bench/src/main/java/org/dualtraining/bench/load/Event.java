package org.dualtraining.bench.load;

import java.util.UUID;

/** A CloudEvent as the relay of a service would write it. */
public record Event(String topic, UUID id, String type, UUID key, String data, String source) {

    public Event(String topic, UUID id, String type, UUID key, String data) {
        this(topic, id, type, key, data, "/plan-service");
    }
}
