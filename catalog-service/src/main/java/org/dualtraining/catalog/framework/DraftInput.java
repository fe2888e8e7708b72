package org.dualtraining.catalog.framework;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From what a new draft is made. */
record DraftInput(
        @Schema(description = "number of the version to start from; absent for the latest") @Nullable
        Integer from) {}
