package org.dualtraining.progress.stream;

import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * One reader's place in the stream, on its own event loop. The next events are written only when the ones before have
 * been taken by the network, so that a slow reader holds no more than one portion in memory; one that falls too far
 * behind is told to start over, and one that takes nothing is cut off.
 */
final class Reader {

    private static final Logger LOG = Logger.getLogger(Reader.class);
    private static final int PORTION_BYTES = 16 * 1024;

    private final ChangeTail tail;
    private final EventText text;
    private final Audience audience;
    private final Outlet outlet;
    private final Clock clock;
    private final Instant until;
    private final AtomicBoolean isAwake = new AtomicBoolean();
    private long cursor;
    private boolean mustReset;
    /** From the beginning: the welcome is under way. */
    private boolean isWriting = true;

    private long wroteAt = System.nanoTime();
    private volatile boolean isEnding;

    /**
     * @param cursor the last change that the reader has seen; a negative number when that cannot be known
     * @param until when the token that it came with ends
     */
    Reader(ChangeTail tail, Audience audience, Outlet outlet, Clock clock, Instant until, long cursor) {
        this.tail = tail;
        this.text = tail.text();
        this.audience = audience;
        this.outlet = outlet;
        this.clock = clock;
        this.until = until;
        this.cursor = cursor;
        this.mustReset = cursor < tail.oldest() || cursor > tail.newest();
    }

    Audience audience() {
        return audience;
    }

    boolean isGone() {
        return outlet.isClosed();
    }

    /** What follows may be written, unless the answer could not even begin. From any thread. */
    void welcomed(boolean hasBegun) {
        outlet.run(() -> {
            if (hasBegun) {
                written();
            } else if (!outlet.isClosed()) {
                outlet.cutOff();
            }
        });
    }

    /** There may be something to write. From any thread. */
    void wake() {
        if (isAwake.compareAndSet(false, true)) {
            outlet.run(() -> {
                isAwake.set(false);
                writeOn();
            });
        }
    }

    /** From any thread, about every second. */
    void tick(StreamSettings settings) {
        outlet.run(() -> look(settings));
    }

    /** Says no more and closes. From any thread. */
    void end() {
        isEnding = true;
        wake();
    }

    private void look(StreamSettings settings) {
        if (outlet.isClosed()) {
            return;
        }
        Duration silence = Duration.ofNanos(System.nanoTime() - wroteAt);
        if (isWriting) {
            if (silence.compareTo(settings.stalledAfter()) > 0) {
                LOG.infof("reader stalled seconds=%d", silence.toSeconds());
                outlet.cutOff();
            }
            return;
        }
        if (!clock.instant().isBefore(until)) {
            isEnding = true;
        }
        writeOn();
        if (!isWriting && !outlet.isClosed() && silence.compareTo(settings.heartbeat()) >= 0) {
            write(Buffer.buffer(text.heartbeat(cursor, audience)));
        }
    }

    private void writeOn() {
        if (isWriting || outlet.isClosed()) {
            return;
        }
        if (isEnding) {
            outlet.end();
            return;
        }
        Buffer portion = nextPortion();
        if (portion.length() > 0) {
            write(portion);
        }
    }

    private void write(Buffer events) {
        isWriting = true;
        wroteAt = System.nanoTime();
        outlet.write(events).onComplete(taken -> written());
    }

    private void written() {
        isWriting = false;
        wroteAt = System.nanoTime();
        // not from here, or a fast reader would make a deep stack
        wake();
    }

    private Buffer nextPortion() {
        long from = cursor;
        if (!mustReset) {
            Buffer portion = audience.showsPeople() ? changes() : thatSomethingChanged();
            // asked after reading: what was let go meanwhile may be missing from what was read
            if (from >= tail.oldest()) {
                return portion;
            }
        }
        mustReset = false;
        cursor = tail.newest();
        return Buffer.buffer(text.reset(cursor, clock.instant(), audience));
    }

    private Buffer changes() {
        Buffer portion = Buffer.buffer();
        for (KeptChange kept : tail.after(cursor)) {
            Change change = kept.change();
            cursor = change.id();
            if (change.isReset()) {
                portion.appendBytes(text.reset(cursor, change.changedAt(), audience));
            } else if (audience.maySee(change)) {
                portion.appendBytes(kept.seenBy(audience, text));
            }
            if (portion.length() >= PORTION_BYTES) {
                break;
            }
        }
        return portion;
    }

    private Buffer thatSomethingChanged() {
        Change last = null;
        boolean isReset = false;
        for (KeptChange kept : tail.after(cursor)) {
            last = kept.change();
            cursor = last.id();
            isReset |= last.isReset();
        }
        if (last == null) {
            return Buffer.buffer();
        }
        return Buffer.buffer(
                isReset
                        ? text.reset(cursor, last.changedAt(), audience)
                        : text.dashboard(cursor, last.changedAt(), audience));
    }
}
