package org.dualtraining.progress.rebuild;

/** What there is stays, because putting the rebuilt state in its place would lose something. The message says why. */
final class RebuildFails extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RebuildFails(String reason) {
        super(reason, null, false, false);
    }
}
