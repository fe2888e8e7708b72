package org.dualtraining.plan.print;

import java.util.List;
import java.util.Map;
import org.dualtraining.kit.problem.Refusal;

/** Others print, and it takes longer than a caller should wait. */
final class TooManyPrintings extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyPrintings() {
        super(
                503,
                "Other documents are being printed: send the same request again after Retry-After seconds.",
                List.of(),
                Map.of("Retry-After", "10"));
    }
}
