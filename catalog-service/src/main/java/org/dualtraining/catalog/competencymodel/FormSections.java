package org.dualtraining.catalog.competencymodel;

import java.util.Comparator;
import java.util.List;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.FormRow;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.FoundHeading;
import org.dualtraining.catalog.identity.Names;

/** Which rows of a form stand below a heading of their own for what the employer requires; most forms have none. */
final class FormSections {

    private final List<FoundHeading> headings;

    private FormSections(List<FoundHeading> headings) {
        this.headings = headings;
    }

    static FormSections of(CompetencyModelDocument document) {
        return new FormSections(document.headings().stream()
                .filter(heading -> heading.kind().equals("FORM_ON_THE_JOB")
                        || heading.kind().equals("FORM_RELATED_INSTRUCTION"))
                .toList());
    }

    boolean isEmployers(FormRow row) {
        return headings.stream()
                .filter(heading -> heading.line() < row.line())
                .max(Comparator.comparingInt(FoundHeading::line))
                .filter(FormSections::isEmployers)
                .isPresent();
    }

    boolean hasEmployers() {
        return headings.stream().anyMatch(FormSections::isEmployers);
    }

    private static boolean isEmployers(FoundHeading heading) {
        return Names.folded(heading.text()).startsWith("employer");
    }
}
