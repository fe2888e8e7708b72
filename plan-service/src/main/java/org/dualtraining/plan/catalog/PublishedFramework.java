package org.dualtraining.plan.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One published version of a competency framework, as far as plans need it.
 *
 * @param competencies in the order of the state's form
 */
public record PublishedFramework(
        UUID id,
        int number,
        String title,
        UUID occupationId,
        String occupationTitle,
        List<PublishedCompetency> competencies,
        List<UUID> certificationIds) {

    public Optional<PublishedCompetency> competency(UUID competencyId) {
        return competencies.stream()
                .filter(competency -> competency.id().equals(competencyId))
                .findFirst();
    }

    /** One competency of it, with the delivery that its section recommends. */
    public record PublishedCompetency(UUID id, String name, boolean core, Delivery delivery) {}
}
