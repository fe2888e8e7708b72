package org.dualtraining.progress.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which plans a report is about.
 *
 * @param isVoid no plan is meant: an employer asks for another
 * @param isOpen the caller may see small groups, and which plans they are
 */
public record Question(
        @Nullable UUID occupation,
        @Nullable UUID employer,
        @Nullable UUID provider,
        boolean isVoid,
        boolean isOpen) {

    public boolean isUnfiltered() {
        return occupation == null && employer == null && provider == null;
    }

    /** Whether a group of plans is meant, as far as its employer and occupation tell. */
    public boolean covers(UUID employerId, UUID occupationId) {
        return !isVoid
                && (employer == null || employer.equals(employerId))
                && (occupation == null || occupation.equals(occupationId));
    }
}
