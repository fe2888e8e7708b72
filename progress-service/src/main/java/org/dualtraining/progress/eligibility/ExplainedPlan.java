package org.dualtraining.progress.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dualtraining.progress.eligibility.EligibilityView.CertificationView;
import org.jspecify.annotations.Nullable;

/** One plan on one day, to be explained by rules. */
record ExplainedPlan(ReviewedPlan plan, Held held, List<PlannedLine> lines, Names names, LocalDate day) {

    List<CertificationView> by(List<Certification> concerning) {
        List<CertificationView> views = new ArrayList<>();
        for (Certification certification : concerning) {
            views.add(view(certification));
        }
        if (views.stream().noneMatch(CertificationView::target)) {
            views.add(0, CertificationView.withoutRule(plan.targetCertificationId()));
        }
        return views;
    }

    private CertificationView view(Certification certification) {
        boolean isTarget = certification.certificationId().equals(plan.targetCertificationId());
        Decision decision = certification.decide(plan, held, day);
        Explained explained = certification.explain(plan, held, names, day);
        return new CertificationView(
                certification.certificationId(),
                certification.name(),
                isTarget,
                decision.eligible(),
                decision.since(),
                decision.expiresOn(),
                certification.ruleVersion(),
                explained.inWords(),
                isTarget ? forecast(certification) : null,
                explained.explanation());
    }

    private @Nullable Forecast forecast(Certification certification) {
        return plan.isCancelled()
                ? Forecast.none("The plan was cancelled.")
                : Forecast.of(certification.rule(), held, lines, names, day);
    }
}
