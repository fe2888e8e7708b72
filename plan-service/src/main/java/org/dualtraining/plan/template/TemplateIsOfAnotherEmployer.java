package org.dualtraining.plan.template;

import org.dualtraining.kit.problem.Refusal;

/** An employer's template is for its own apprentices. */
final class TemplateIsOfAnotherEmployer extends Refusal {

    private static final long serialVersionUID = 1L;

    TemplateIsOfAnotherEmployer() {
        super(422, "The template is one employer's, and the apprentice is another's.");
    }
}
