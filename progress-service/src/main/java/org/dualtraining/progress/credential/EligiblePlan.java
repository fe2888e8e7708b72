package org.dualtraining.progress.credential;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.progress.eligibility.EligibilityView.CertificationView;
import org.jspecify.annotations.Nullable;

/** A plan with what was decided about it and one certification; not eligible where nothing was decided. */
public record EligiblePlan(
        UUID planId,
        UUID apprenticeId,
        UUID frameworkId,
        String frameworkTitle,
        int epoch,
        boolean cancelled,
        boolean eligible,
        @Nullable LocalDate since,
        @Nullable LocalDate expiresOn) {

    boolean agreesWith(CertificationView evaluated) {
        return eligible && Objects.equals(since, evaluated.since()) && Objects.equals(expiresOn, evaluated.expiresOn());
    }
}
