package org.dualtraining.plan.completion;

import java.util.List;
import java.util.Map;
import org.dualtraining.kit.problem.Refusal;

/** The same key is at work in another request that takes long. */
final class TwinIsAtWork extends Refusal {

    private static final long serialVersionUID = 1L;

    TwinIsAtWork() {
        super(
                409,
                "A request with this Idempotency-Key is still at work: send it again in a moment.",
                List.of(),
                Map.of("Retry-After", "1"));
    }
}
