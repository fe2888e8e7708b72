package org.dualtraining.progress.intake;

import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down when one batch has waited for two minutes: by then a restart is worth a try. */
@Liveness
class IntakeLiveness implements HealthCheck {

    private static final Duration LONGEST = Duration.ofSeconds(120);

    private final Patience patience;

    @Inject
    IntakeLiveness(Patience patience) {
        this.patience = patience;
    }

    @Override
    public HealthCheckResponse call() {
        Duration longest = patience.longestWork().orElse(Duration.ZERO);
        return HealthCheckResponse.named("intake moves")
                .status(longest.compareTo(LONGEST) < 0)
                .withData("longestBatchSeconds", longest.toSeconds())
                .build();
    }
}
