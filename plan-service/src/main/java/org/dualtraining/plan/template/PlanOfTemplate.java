package org.dualtraining.plan.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.plan.catalog.PublishedFramework;
import org.dualtraining.plan.trainingplan.PlanLine;
import org.dualtraining.plan.trainingplan.PlanStatus;
import org.dualtraining.plan.trainingplan.TrainingPlan;

/** What every plan of one cohort is like. */
record PlanOfTemplate(PlanTemplate template, PublishedFramework framework, LocalDate start, PlanStatus status) {

    void requireFor(UUID employerId) {
        if (template.employerId() != null && !template.employerId().equals(employerId)) {
            throw new TemplateIsOfAnotherEmployer();
        }
    }

    /** For the history of the plans. */
    String origin() {
        return " from version " + framework.number() + " of the framework by the template \u201c" + template.name()
                + "\u201d";
    }

    TrainingPlan planFor(UUID apprenticeId, UUID employerId) {
        UUID planId = Ids.next();
        List<PlanLine> lines = new ArrayList<>();
        for (TemplateLine line : template.lines()) {
            lines.add(PlanLine.open(
                    planId,
                    lines.size(),
                    framework.competency(line.competencyId()).orElseThrow(),
                    line.termsFrom(start)));
        }
        return TrainingPlan.made(
                planId, apprenticeId, employerId, framework, template.targetCertificationId(), status, lines);
    }
}
