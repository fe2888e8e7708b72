package org.dualtraining.plan.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One published version of a competency framework, as far as plans need it.
 *
 * @param formOrder the rows of the state's form; empty for a framework that came without one
 */
public record PublishedFramework(
        UUID id,
        int number,
        String title,
        UUID occupationId,
        String occupationTitle,
        List<PublishedCompetency> competencies,
        List<UUID> formOrder,
        List<UUID> certificationIds) {

    /** The competencies that the form has rows for, in its order; all of them where there is no form. */
    public List<PublishedCompetency> form() {
        return formOrder.isEmpty()
                ? competencies
                : formOrder.stream().map(id -> competency(id).orElseThrow()).toList();
    }

    public Optional<PublishedCompetency> competency(UUID competencyId) {
        return competencies.stream()
                .filter(competency -> competency.id().equals(competencyId))
                .findFirst();
    }

    /** One competency of it, with the delivery that its section recommends. */
    public record PublishedCompetency(UUID id, String name, boolean core, Delivery delivery) {}
}
