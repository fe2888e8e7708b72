package org.dualtraining.kit.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifiers: time-ordered ones for rows, name-based ones where the same input must give the same id. */
public final class Ids {

    private Ids() {}

    /** A UUID version 7: new, and close to its neighbours in an index. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** A UUID version 5: the same for the same name in the same space. */
    public static UUID named(UUID space, String name) {
        return UuidCreator.getNameBasedSha1(space, name);
    }
}
