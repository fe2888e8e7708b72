package org.dualtraining.kit.problem;

import java.util.List;

/** A request that cannot be read: 400, with the place. */
public final class Malformed extends Refusal {

    private static final long serialVersionUID = 1L;

    public Malformed(String pointer, String detail) {
        super(400, detail, at(pointer, detail));
    }

    public Malformed(String detail, List<Problem.Violation> violations) {
        super(400, detail, violations);
    }
}
