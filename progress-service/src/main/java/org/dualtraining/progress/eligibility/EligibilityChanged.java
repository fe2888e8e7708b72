package org.dualtraining.progress.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of an event on {@code certification-eligibility-changed}. */
record EligibilityChanged(
        UUID planId,
        UUID apprenticeId,
        UUID employerId,
        UUID certificationId,
        String certificationName,
        boolean eligible,
        @Nullable LocalDate since,
        @Nullable LocalDate expiresOn,
        int ruleVersion,
        Explanation explanation,
        int epoch,
        long version,
        Instant recordedAt) {

    static final String TOPIC = "certification-eligibility-changed";
    static final String TYPE = "org.dualtraining.certification-eligibility-changed.v1";
}
