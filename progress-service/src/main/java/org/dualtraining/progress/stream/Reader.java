package org.dualtraining.progress.stream;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One reader's place in the stream. It is asked for the next events only when the ones before have been written, so that
 * a slow reader holds no more than one portion in memory; one that falls too far behind is told to start over.
 */
final class Reader {

    private static final int PORTION = 200;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final ChangeTail tail;
    private final Audience audience;
    private final Sse sse;
    private final Clock clock;
    private long cursor;
    private boolean isReset;
    private Instant lastSent = Instant.EPOCH;

    /** @param cursor the last change that the reader has seen; a negative number when that cannot be known */
    Reader(ChangeTail tail, Audience audience, Sse sse, Clock clock, long cursor) {
        this.tail = tail;
        this.audience = audience;
        this.sse = sse;
        this.clock = clock;
        this.cursor = cursor;
        this.isReset = cursor < tail.oldest() || cursor > tail.newest();
    }

    List<OutboundSseEvent> next() {
        List<OutboundSseEvent> events = new ArrayList<>();
        List<Change> changes = tail.after(cursor, PORTION);
        // asked after reading: what was let go meanwhile may be missing from the portion
        if (isReset || cursor < tail.oldest()) {
            isReset = false;
            cursor = tail.newest();
            events.add(event(cursor, "reset", StreamedChange.at(clock.instant())));
            changes = List.of();
        }
        if (!changes.isEmpty()) {
            Change last = changes.get(changes.size() - 1);
            cursor = last.id();
            if (audience.showsPeople()) {
                changes.stream()
                        .filter(audience::maySee)
                        .forEach(change -> events.add(event(change.id(), change.kind(), StreamedChange.of(change))));
            } else {
                events.add(event(last.id(), "dashboard", StreamedChange.at(last.changedAt())));
            }
        }
        Instant now = clock.instant();
        if (events.isEmpty() && lastSent.plus(HEARTBEAT).isBefore(now)) {
            events.add(sse.newEventBuilder().comment("heartbeat").build());
        }
        if (!events.isEmpty()) {
            lastSent = now;
        }
        return events;
    }

    private OutboundSseEvent event(long id, String name, StreamedChange data) {
        return sse.newEventBuilder()
                .id(Long.toString(id))
                .name(name)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(StreamedChange.class, data)
                .build();
    }
}
