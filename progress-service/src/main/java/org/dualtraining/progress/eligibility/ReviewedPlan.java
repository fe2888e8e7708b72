package org.dualtraining.progress.eligibility;

import java.util.UUID;

/**
 * What a review needs to know of a plan.
 *
 * @param held how many competencies are credited: with too few of them no rule needs to be looked at
 * @param revision goes up with every review
 */
public record ReviewedPlan(
        UUID planId,
        UUID apprenticeId,
        UUID employerId,
        UUID frameworkId,
        UUID targetCertificationId,
        boolean isCancelled,
        int held,
        long revision) {}
