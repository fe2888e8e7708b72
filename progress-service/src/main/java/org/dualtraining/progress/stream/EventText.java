package org.dualtraining.progress.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;

/** What goes over the wire: {@code text/event-stream}. */
final class EventText {

    private final Bookmarks bookmarks;
    private final ObjectWriter json;

    EventText(Bookmarks bookmarks, ObjectWriter json) {
        this.bookmarks = bookmarks;
        this.json = json;
    }

    /** The change after which one goes on who comes with this id, unless that cannot be known. */
    OptionalLong lastSeen(String id, Audience audience) {
        return bookmarks.read(id, audience);
    }

    byte[] change(Change change, Audience audience) {
        return event(change.id(), change.kind(), StreamedChange.of(change), audience);
    }

    /** That something changed, and nothing of what. */
    byte[] dashboard(long id, Instant changedAt, Audience audience) {
        return event(id, "dashboard", StreamedChange.at(changedAt), audience);
    }

    byte[] reset(long id, Instant now, Audience audience) {
        return event(id, "reset", StreamedChange.at(now), audience);
    }

    /** With an id and no data, which moves a reader's place without an event: one that sees little stays up to date. */
    byte[] heartbeat(long id, Audience audience) {
        return utf8(":heartbeat\nid:" + bookmarks.of(id, audience) + "\n\n");
    }

    private byte[] event(long id, String name, StreamedChange data, Audience audience) {
        try {
            return utf8("id:" + bookmarks.of(id, audience) + "\nevent:" + name + "\ndata:"
                    + json.writeValueAsString(data) + "\n\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change cannot be written as JSON", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
