package org.dualtraining.kit.problem;

import java.util.List;
import java.util.Map;

/** The body has more bytes than the operation takes. What is left of it is not read, so the connection ends. */
final class TooLarge extends Refusal {

    private static final long serialVersionUID = 1L;

    TooLarge(long most) {
        super(413, "The body may have at most " + most + " bytes.", List.of(), Map.of("Connection", "close"));
    }
}
