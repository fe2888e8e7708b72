package org.dualtraining.progress.eligibility;

import java.util.UUID;

/** A certification with its current rule. */
record Certification(UUID certificationId, String name, UUID frameworkId, int ruleVersion, CertificationRule rule) {

    boolean concerns(ReviewedPlan plan) {
        return frameworkId.equals(plan.frameworkId()) || certificationId.equals(plan.targetCertificationId());
    }
}
