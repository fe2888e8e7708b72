package org.dualtraining.progress.redrive;

import org.dualtraining.progress.event.DeadLetterClass;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which dead letters to redrive: all, or those of a class, of a topic, or of both. */
@Schema(name = "RedriveInput", description = "Which dead letters to redrive; without members, all")
public record RedriveInput(
        @Nullable DeadLetterClass deadLetterClass, @Nullable String topic) {}
