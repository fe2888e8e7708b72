package org.dualtraining.progress.eligibility;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.dualtraining.progress.history.FoldedPlan;

/**
 * A certification with its rule.
 *
 * @param revision the order of what is said of it
 */
record Certification(
        UUID certificationId, String name, UUID frameworkId, long revision, int ruleVersion, CertificationRule rule) {

    /** In which they are listed; not the database's order of names, which depends on its locale. */
    static final Comparator<Certification> ORDER = Comparator.comparing(Certification::name)
            .thenComparing(certification -> certification.certificationId().toString());

    boolean concerns(ReviewedPlan plan) {
        return frameworkId.equals(plan.frameworkId()) || certificationId.equals(plan.targetCertificationId());
    }

    boolean concerns(FoldedPlan plan) {
        return frameworkId.equals(plan.frameworkId()) || certificationId.equals(plan.targetCertificationId());
    }

    /** Whether it may come to anything with so few credits. */
    boolean isWithinReach(ReviewedPlan plan) {
        return !plan.isCancelled() && plan.held() >= rule.fewestCredits();
    }

    /** A certification that the plan is about no longer, whatever it was, makes nobody eligible. */
    Decision decide(ReviewedPlan plan, Held held, LocalDate today) {
        CertificationRule.Standing standing = plan.isCancelled() || !concerns(plan)
                ? new CertificationRule.Standing(false, null, null, null)
                : rule.standing(held, today);
        return new Decision(
                plan.planId(),
                certificationId,
                standing.isSatisfied(),
                standing.since(),
                standing.until(),
                ruleVersion,
                standing.changesOn());
    }

    Explained explain(ReviewedPlan plan, Held held, Names names, LocalDate today) {
        Finding finding = rule.explain(held, names, today);
        if (!concerns(plan)) {
            return Explained.notConcerned(finding);
        }
        return plan.isCancelled() ? Explained.cancelled(finding) : Explained.of(finding);
    }
}
