package org.dualtraining.kit.problem;

/** The state of the resource does not allow what was asked. */
public final class Conflict extends Refusal {

    private static final long serialVersionUID = 1L;

    public Conflict(String detail) {
        super(409, detail);
    }
}
