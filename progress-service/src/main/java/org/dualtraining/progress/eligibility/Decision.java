package org.dualtraining.progress.eligibility;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table {@code eligibility}: what is decided about one plan and one certification. */
public record Decision(
        UUID planId,
        UUID certificationId,
        boolean eligible,
        @Nullable LocalDate since,
        @Nullable LocalDate expiresOn,
        int ruleVersion) {

    record Key(UUID planId, UUID certificationId) {}

    static Decision of(ReviewedPlan plan, Certification certification, Finding finding) {
        boolean eligible = finding.isSatisfied();
        return new Decision(
                plan.planId(),
                certification.certificationId(),
                eligible,
                eligible ? finding.since() : null,
                eligible ? finding.until() : null,
                certification.ruleVersion());
    }

    Key key() {
        return new Key(planId, certificationId);
    }
}
