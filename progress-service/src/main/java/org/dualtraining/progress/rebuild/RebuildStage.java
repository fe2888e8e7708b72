package org.dualtraining.progress.rebuild;

import java.util.UUID;

/** Where the work on a rebuild has come, told as it goes. Whoever hears it can stop the work by an exception. */
record RebuildStage(UUID rebuildId, Name name) {

    enum Name {
        /** The shadow is there, and empty. */
        BEGUN,
        /** A portion of the history was taken in. */
        PORTION,
        /** Both intakes stand at the same positions, and the first one waits. */
        LEVEL,
        COMPARED,
        /** The tables have changed places, in a transaction that is not committed yet. */
        EXCHANGED
    }
}
