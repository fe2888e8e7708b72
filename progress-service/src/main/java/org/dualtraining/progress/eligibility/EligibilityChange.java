package org.dualtraining.progress.eligibility;

import java.util.UUID;

/** A plan became eligible for a certification, or is no longer. */
public record EligibilityChange(ReviewedPlan plan, UUID certificationId, boolean eligible) {}
