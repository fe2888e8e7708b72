package org.dualtraining.kit.problem;

import org.jspecify.annotations.Nullable;

/** A failure as it may be logged: where it happened, without messages, for those of a library may quote bound values. */
final class Fault extends Throwable {

    private static final long serialVersionUID = 1L;

    private Fault(Throwable original, @Nullable Throwable cause) {
        super(original.getClass().getName(), cause, false, true);
        setStackTrace(original.getStackTrace());
    }

    static Fault of(Throwable original) {
        Throwable cause = original.getCause();
        return new Fault(original, cause == null ? null : of(cause));
    }
}
