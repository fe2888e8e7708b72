package org.dualtraining.progress.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The data of a server-sent event; which members it has depends on the event's name and on the reader. */
@Schema(
        description =
                "Data of a server-sent event: `progress` has total and credited, `eligibility` has certificationId and"
                        + " eligible, `dashboard` and `reset` have changedAt only")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StreamedChange(
        @Nullable UUID planId,
        @Nullable UUID apprenticeId,
        @Nullable Integer total,
        @Nullable Integer credited,
        @Nullable UUID certificationId,
        @Nullable Boolean eligible,
        Instant changedAt) {

    static StreamedChange of(Change change) {
        return new StreamedChange(
                change.planId(),
                change.apprenticeId(),
                change.total(),
                change.credited(),
                change.certificationId(),
                change.eligible(),
                change.changedAt());
    }

    static StreamedChange at(Instant changedAt) {
        return new StreamedChange(null, null, null, null, null, null, changedAt);
    }
}
