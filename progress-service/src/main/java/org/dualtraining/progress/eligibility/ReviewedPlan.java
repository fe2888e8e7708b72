package org.dualtraining.progress.eligibility;

import java.util.UUID;

/**
 * What a review needs to know of a plan.
 *
 * @param revision goes up with every recount of the plan, and so with every review
 */
public record ReviewedPlan(
        UUID planId, UUID apprenticeId, UUID employerId, UUID frameworkId, UUID targetCertificationId, long revision) {}
