package org.dualtraining.progress.redrive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.dualtraining.progress.event.DeadLetterClass;
import org.dualtraining.progress.event.Poison;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a redrive of one dead letter came to, or would. */
@Schema(name = "RedriveResult", description = "What a redrive of one dead letter came to, or would in a dry run")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RedriveResult(
        UUID id,
        String topic,
        int partition,
        long offset,
        RedriveOutcome outcome,

        @Schema(description = "of one that was refused again") @Nullable
        DeadLetterClass deadLetterClass,

        @Schema(description = "of one that was refused again") @Nullable
        String reason) {

    static RedriveResult of(DeadLetterView letter, RedriveOutcome outcome) {
        return new RedriveResult(letter.id(), letter.topic(), letter.partition(), letter.offset(), outcome, null, null);
    }

    static RedriveResult refused(DeadLetterView letter, Poison poison) {
        return new RedriveResult(
                letter.id(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                RedriveOutcome.DEAD_LETTERED,
                poison.deadLetterClass(),
                poison.reason());
    }
}
