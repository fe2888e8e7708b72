package org.dualtraining.catalog.framework;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From what a new draft is made. */
record DraftInput(
        @Schema(description = "number of the version to start from; absent for the latest") @Nullable
        Integer from) {

    private static final DraftInput LATEST = new DraftInput(null);

    /** Out of a body that may be empty; a request without a body comes with any content type or none. */
    static DraftInput read(byte[] body, ObjectMapper json) throws IOException {
        return body.length == 0 ? LATEST : Objects.requireNonNullElse(json.readValue(body, DraftInput.class), LATEST);
    }
}
