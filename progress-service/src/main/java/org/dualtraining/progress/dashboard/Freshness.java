package org.dualtraining.progress.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.dualtraining.progress.intake.IntakeBooks;
import org.dualtraining.progress.intake.IntakeView;
import org.jspecify.annotations.Nullable;

/** As of when figures are, and how far behind: asked before they are read, so that they are at least as new. */
@ApplicationScoped
class Freshness {

    private final IntakeBooks intake;
    private final Clock clock;

    @Inject
    Freshness(IntakeBooks intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    Stamp now() {
        return new Stamp(clock.instant(), intake.lag().orElse(null));
    }

    record Stamp(Instant asOf, IntakeView.@Nullable Lag lag) {}
}
