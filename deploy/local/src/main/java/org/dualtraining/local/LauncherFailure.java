package org.dualtraining.local;

/** Something that the person at the terminal can act on: the message says what and how, no stack trace is shown. */
public final class LauncherFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LauncherFailure(String message) {
        super(message);
    }

    public LauncherFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
