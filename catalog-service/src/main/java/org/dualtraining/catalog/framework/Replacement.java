package org.dualtraining.catalog.framework;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of meaning: the old competency stays what it was, and another one takes its place. */
public record Replacement(
        @Schema(description = "the competency that was retired")
        UUID from,

        @Schema(description = "the competency that takes its place")
        UUID to) {}
