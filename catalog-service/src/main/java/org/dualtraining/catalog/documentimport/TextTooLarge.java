package org.dualtraining.catalog.documentimport;

import org.dualtraining.kit.problem.Refusal;

/** Plain text above what a thousand documents of the family have; pictures make only the other renditions large. */
final class TextTooLarge extends Refusal {

    private static final long serialVersionUID = 1L;

    static final int LIMIT = 1 << 20;

    TextTooLarge() {
        super(413, "A document in plain text may have at most " + LIMIT + " bytes.");
    }
}
