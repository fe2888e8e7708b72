package org.dualtraining.plan.apprentice;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of a person's data, for the person's history.
 *
 * @param before the members that changed, as they were; null where there was none
 * @param otherId of a merge: the other of the two
 */
public record PersonChange(
        UUID apprenticeId,
        Kind kind,
        Map<String, @Nullable Object> before,
        @Nullable String reason,
        @Nullable UUID otherId) {

    /** What happens to a person's data. */
    public enum Kind {
        ENTERED,
        CORRECTED,
        LEARNER_ID_ADDED,
        MERGED,
        ERASED,
        CREDENTIAL_RECORDED,
        CREDENTIAL_REMOVED
    }

    static PersonChange entered(UUID apprenticeId) {
        return new PersonChange(apprenticeId, Kind.ENTERED, Map.of(), null, null);
    }

    static PersonChange corrected(UUID apprenticeId, Map<String, @Nullable Object> before) {
        return new PersonChange(apprenticeId, Kind.CORRECTED, before, null, null);
    }

    static PersonChange learnerIdAdded(UUID apprenticeId) {
        return new PersonChange(apprenticeId, Kind.LEARNER_ID_ADDED, Map.of(), null, null);
    }

    public static PersonChange credentialRecorded(UUID apprenticeId) {
        return new PersonChange(apprenticeId, Kind.CREDENTIAL_RECORDED, Map.of(), null, null);
    }

    /** @param before what was said of the credential */
    public static PersonChange credentialRemoved(UUID apprenticeId, Map<String, @Nullable Object> before) {
        return new PersonChange(apprenticeId, Kind.CREDENTIAL_REMOVED, before, null, null);
    }

    /** One of the two entries that a merge leaves: the other is the other one's. */
    public static PersonChange merged(UUID apprenticeId, UUID otherId, String reason) {
        return new PersonChange(apprenticeId, Kind.MERGED, Map.of(), reason, otherId);
    }

    /** @param reason stays, and so must not name the person */
    public static PersonChange erased(UUID apprenticeId, String reason) {
        return new PersonChange(apprenticeId, Kind.ERASED, Map.of(), reason, null);
    }
}
