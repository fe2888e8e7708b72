package org.dualtraining.plan.trainingplan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A dated fact that may credit a competency.
 *
 * @param lineId the one line that it is for, or null when it counts in every plan of the apprentice
 * @param reference the course completion, sign-off or prior learning behind it
 * @param requiredCourses all courses of the provider that together evidence the competency, as mapped on that day
 * @param rating 0 to 4, of a sign-off
 */
public record Evidence(
        UUID id,
        UUID apprenticeId,
        UUID competencyId,
        @Nullable UUID lineId,
        Basis basis,
        UUID reference,
        @Nullable UUID providerId,
        @Nullable String courseCode,
        List<String> requiredCourses,
        LocalDate completedOn,
        @Nullable Integer rating) {

    /** The same fact about another apprentice. */
    Evidence of(UUID apprentice, @Nullable UUID line, UUID nextReference) {
        return new Evidence(
                Ids.next(),
                apprentice,
                competencyId,
                line,
                basis,
                nextReference,
                providerId,
                courseCode,
                requiredCourses,
                completedOn,
                rating);
    }
}
