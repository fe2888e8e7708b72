package org.dualtraining.progress.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.progress.credential.CredentialDocuments.StatusPlace;
import org.dualtraining.progress.eligibility.EligibilityReader;
import org.dualtraining.progress.eligibility.EligibilityView.CertificationView;
import org.dualtraining.progress.eligibility.PlanScope;
import org.jboss.logging.Logger;

/**
 * Makes the credential of a plan that is eligible for a certification, or finds the one that says the same: as long as an
 * eligibility keeps its first day and its last, there is one credential of it.
 */
@ApplicationScoped
class IssueCredential {

    private static final Logger LOG = Logger.getLogger(IssueCredential.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EligibilityReader eligibility;
    private final EligiblePlans plans;
    private final IssuedCredentials issued;
    private final CredentialDocuments documents;
    private final Clock clock;

    @Inject
    IssueCredential(
            EligibilityReader eligibility,
            EligiblePlans plans,
            IssuedCredentials issued,
            CredentialDocuments documents,
            Clock clock) {
        this.eligibility = eligibility;
        this.plans = plans;
        this.issued = issued;
        this.documents = documents;
        this.clock = clock;
    }

    @Transactional
    Outcome handle(UUID planId, UUID certificationId, PlanScope scope) {
        CertificationView certification = certification(planId, certificationId, scope);
        EligiblePlan plan = plans.find(planId, certificationId).orElseThrow(IssueCredential::noPlan);
        if (plan.cancelled()) {
            throw new NotEligible("a plan that is not cancelled");
        }
        if (!certification.eligible()) {
            throw new NotEligible(RuleWords.missing(certification.explanation()));
        }
        if (!plan.agreesWith(certification)) {
            throw new EligibilityIsUnderReview();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        issued.settlePlan(planId, now);
        Optional<IssuedCredential> holding = issued.holding(planId, certificationId);
        return holding.map(credential -> new Outcome(credential, false))
                .orElseGet(() -> issue(plan, certification, now));
    }

    private CertificationView certification(UUID planId, UUID certificationId, PlanScope scope) {
        return eligibility.of(planId, scope).orElseThrow(IssueCredential::noPlan).view().certifications().stream()
                .filter(certification -> certification.certificationId().equals(certificationId))
                .findFirst()
                .orElseThrow(() -> new NotFound("certification of this training plan"));
    }

    /** Draws places until one is free; who lost against the same request takes what the other one made. */
    private Outcome issue(EligiblePlan plan, CertificationView certification, Instant now) {
        List<CreditedCompetency> evidence =
                plans.credited(plan.planId(), RuleWords.evidence(certification.explanation()));
        while (true) {
            UUID id = Ids.next();
            StatusPlace place = new StatusPlace(
                    (int) (issued.nextNumber() / StatusList.MOST_CREDENTIALS), RANDOM.nextInt(StatusList.LENGTH));
            String document = documents.text(documents.eligibility(id, plan, certification, evidence, place, now));
            IssuedCredential credential = new IssuedCredential(
                    id,
                    plan.planId(),
                    certification.certificationId(),
                    plan.since(),
                    plan.expiresOn(),
                    certification.ruleVersion() == null ? 0 : certification.ruleVersion(),
                    plan.epoch(),
                    place.list(),
                    place.index(),
                    now,
                    null,
                    document);
            if (issued.add(credential)) {
                LOG.infof(
                        "credential issued credential=%s plan=%s certification=%s",
                        id, plan.planId(), certification.certificationId());
                return new Outcome(credential, true);
            }
            Optional<IssuedCredential> other = issued.holding(plan.planId(), certification.certificationId());
            if (other.isPresent()) {
                return new Outcome(other.get(), false);
            }
        }
    }

    private static NotFound noPlan() {
        return new NotFound("training plan");
    }

    /** @param isNew false when the same was issued before */
    record Outcome(IssuedCredential credential, boolean isNew) {}
}
