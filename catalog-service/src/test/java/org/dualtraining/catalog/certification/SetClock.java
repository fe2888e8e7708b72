package org.dualtraining.catalog.certification;

import io.quarkus.test.junit.QuarkusMock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Lets the service believe that it is noon of another day, until the test ends. */
final class SetClock {

    private SetClock() {}

    static void to(LocalDate day) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        QuarkusMock.installMockForType(Clock.fixed(noon, ZoneOffset.UTC), Clock.class);
    }
}
