package org.dualtraining.plan.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages: one each, from which every format but CSV is made. */
@CheckedTemplate(basePath = "form")
final class Pages {

    private Pages() {}

    static native TemplateInstance trainingPlan(TrainingPlanForm form, String style);

    static native TemplateInstance workProcesses(WorkProcessForm form, String style);
}
