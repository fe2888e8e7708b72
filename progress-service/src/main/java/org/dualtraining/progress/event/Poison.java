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

    public DeadLetterClass deadLetterClass() {
        return deadLetterClass;
    }

    public String reason() {
        return reason;
    }
}
