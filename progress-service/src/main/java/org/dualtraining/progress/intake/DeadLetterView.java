package org.dualtraining.progress.intake;

import java.time.Instant;
import java.util.UUID;
import org.dualtraining.progress.event.DeadLetterClass;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record that could not be applied: where it lies and why, nothing of its content. */
@Schema(name = "DeadLetter", description = "A record that could not be applied: where it lies and why")
public record DeadLetterView(
        UUID id,
        String topic,
        int partition,
        long offset,
        DeadLetterClass deadLetterClass,

        @Schema(
                description = "the place and what would be right; never a received value",
                examples = "/planId: is required")
        String reason,

        Instant receivedAt) {}
