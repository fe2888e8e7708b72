package org.dualtraining.progress.redrive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.dualtraining.progress.event.DeadLetterClass;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record that could not be applied: where it lies and why, nothing of its content. */
@Schema(name = "DeadLetter", description = "A record that could not be applied: where it lies and why")
@JsonInclude(JsonInclude.Include.NON_NULL)
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

        Instant receivedAt,

        @Schema(description = "when it was redriven last, or a rebuild took it in; absent when neither was") @Nullable
        Instant redrivenAt,

        @Schema(
                description =
                        "what it came to; REBUILT when a rebuild took it in; absent as long as it is a dead letter")
        @Nullable
        RedriveOutcome outcome) {}
