package org.dualtraining.progress.intake;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** At stop no new batch is begun, so that the one under way can be finished while requests are. */
@ApplicationScoped
class PauseIntake {

    private static final List<String> CHANNELS =
            List.of("competency-completed", "training-plan-changed", "certification-rule-changed");

    private final ChannelRegistry channels;

    @Inject
    PauseIntake(ChannelRegistry channels) {
        this.channels = channels;
    }

    void pause(@Observes ShutdownDelayInitiatedEvent event) {
        for (String name : CHANNELS) {
            PausableChannel channel = channels.getPausable(name);
            if (channel != null) {
                channel.pause();
            }
        }
    }
}
