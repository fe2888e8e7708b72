package org.dualtraining.progress.event;

/** A record that no retry can heal. The reason names members and expectations, never a received value. */
public final class Poison extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DeadLetterClass deadLetterClass;
    private final String reason;

    public Poison(DeadLetterClass deadLetterClass, String reason) {
        super(reason, null, false, false);
        this.deadLetterClass = deadLetterClass;
        this.reason = reason;
    }

    /** For one that the database or a defect of ours refuses. */
    public static Poison unprocessable() {
        return new Poison(DeadLetterClass.UNPROCESSABLE, "well formed, and yet it could not be applied: see the log");
    }

    public DeadLetterClass deadLetterClass() {
        return deadLetterClass;
    }

    public String reason() {
        return reason;
    }
}
