package org.dualtraining.kit.problem;

/** The token is good, and does not allow this. */
public final class Forbidden extends Refusal {

    private static final long serialVersionUID = 1L;

    public Forbidden(String detail) {
        super(403, detail);
    }
}
