package org.dualtraining.progress.eligibility;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A competency that is credited now: what a rule looks at. Revoked ones are not held.
 *
 * @param rating 0 to 4 of a sign-off; null where nobody rated, as in a course completion
 * @param eventId the event that says so
 */
public record HeldCredit(
        UUID planId, UUID competencyId, @Nullable Integer rating, LocalDate completedOn, UUID eventId) {}
