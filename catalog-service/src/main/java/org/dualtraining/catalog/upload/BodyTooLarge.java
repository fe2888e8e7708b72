package org.dualtraining.catalog.upload;

import org.dualtraining.kit.problem.Refusal;

/** The body has more bytes than what it holds may have. */
public final class BodyTooLarge extends Refusal {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge(long most) {
        super(413, "The body may have at most " + most + " bytes.");
    }
}
