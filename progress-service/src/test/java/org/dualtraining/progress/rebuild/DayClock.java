package org.dualtraining.progress.rebuild;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Noon of a day that a test may move. */
final class DayClock extends Clock {

    private final AtomicReference<LocalDate> day;

    DayClock(AtomicReference<LocalDate> day) {
        this.day = day;
    }

    @Override
    public Instant instant() {
        return day.get().atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this service knows one zone");
    }
}
