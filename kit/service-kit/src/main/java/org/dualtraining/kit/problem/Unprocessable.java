package org.dualtraining.kit.problem;

import java.util.List;

/** Well-formed, and still not a request that makes sense: says where and what would be right. */
public final class Unprocessable extends Refusal {

    private static final long serialVersionUID = 1L;

    public Unprocessable(String pointer, String detail) {
        super(422, detail, at(pointer, detail));
    }

    public Unprocessable(String detail, List<Problem.Violation> violations) {
        super(422, detail, violations);
    }
}
