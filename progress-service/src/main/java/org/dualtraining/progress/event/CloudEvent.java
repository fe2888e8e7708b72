package org.dualtraining.progress.event;

import java.util.UUID;

/**
 * A CloudEvents 1.0 event, whichever mode carried it.
 *
 * @param key the record's key: what orders it
 */
public record CloudEvent(UUID id, String source, String type, String key, EventFields data) {

    /** Refuses an event whose ordering key contradicts its content: it would be applied out of order. */
    public void requireKey(UUID expected, String member) {
        if (!key.equals(expected.toString())) {
            throw new Poison(DeadLetterClass.FORGED, "the record's key is not the data's " + member);
        }
    }
}
