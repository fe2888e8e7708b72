package org.dualtraining.plan.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of the competencies of one published version in a later one.
 *
 * @param fates of each competency of either version
 * @param replacedBy what took the place of those that were retired for a change of meaning
 */
public record VersionDiff(Map<UUID, Fate> fates, List<Replacement> replacedBy) {

    /** What a later version says of a competency. */
    public enum Fate {
        KEPT,
        REWORDED,
        CHANGED,
        NOT_MENTIONED,
        RETIRED,
        NEW
    }

    /** A change of meaning. */
    public record Replacement(UUID from, UUID to) {}

    /** Empty for a competency that neither version has. */
    public Optional<Fate> fateOf(UUID competencyId) {
        return Optional.ofNullable(fates.get(competencyId));
    }

    public List<UUID> replacementsOf(UUID competencyId) {
        return replacedBy.stream()
                .filter(replacement -> replacement.from().equals(competencyId))
                .map(Replacement::to)
                .toList();
    }
}
