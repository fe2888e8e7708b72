package org.dualtraining.catalog.framework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that a version says, without its number and status. Certifications are in the document's order.
 *
 * @param occupation what the document says of the occupation; null when it came from elsewhere and says nothing of one
 * @param annotations proposals that an agency accepted
 * @param replacements competencies that were retired in this version or an earlier one, with what took their place
 * @param schedule what a work process schedule says beside competencies
 */
public record VersionContent(
        String title,
        @Nullable String industry,
        @Nullable String description,
        @Nullable OccupationText occupation,
        Provenance provenance,
        List<Finding> findings,
        List<Annotation> annotations,
        List<Replacement> replacements,
        List<VersionCompetency> competencies,
        List<VersionCertification> certifications,
        @Nullable WorkProcessSchedule schedule) {

    VersionContent with(List<VersionCompetency> others) {
        return new VersionContent(
                title,
                industry,
                description,
                occupation,
                provenance,
                findings,
                annotations,
                replacements,
                others,
                certifications,
                schedule);
    }

    VersionContent with(List<Finding> otherFindings, List<Annotation> otherAnnotations) {
        return new VersionContent(
                title,
                industry,
                description,
                occupation,
                provenance,
                otherFindings,
                otherAnnotations,
                replacements,
                competencies,
                certifications,
                schedule);
    }

    /** The schedule and the replacements with the ids that competencies have now; empty for one that was retired. */
    VersionContent identified(Function<UUID, Optional<UUID>> idNow) {
        return new VersionContent(
                title,
                industry,
                description,
                occupation,
                provenance,
                findings,
                annotations,
                replacements.stream()
                        .flatMap(known -> idNow.apply(known.to()).stream()
                                .filter(to -> !to.equals(known.from()))
                                .map(to -> new Replacement(known.from(), to)))
                        .toList(),
                competencies,
                certifications,
                schedule == null ? null : schedule.identified(idNow));
    }

    /** With what an agency accepted before and what still holds. */
    public VersionContent withAnnotationsOf(VersionContent before) {
        return with(findings, CarriedAnnotations.of(before.annotations, this));
    }

    VersionContent withReplacements(List<Replacement> others) {
        return new VersionContent(
                title,
                industry,
                description,
                occupation,
                provenance,
                findings,
                annotations,
                others,
                competencies,
                certifications,
                schedule);
    }
}
