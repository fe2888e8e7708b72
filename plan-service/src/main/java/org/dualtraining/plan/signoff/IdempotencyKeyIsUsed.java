package org.dualtraining.plan.signoff;

import org.dualtraining.kit.problem.Refusal;

/** One key, two different attestations of one line. */
final class IdempotencyKeyIsUsed extends Refusal {

    private static final long serialVersionUID = 1L;

    IdempotencyKeyIsUsed() {
        super(
                422,
                "The Idempotency-Key was sent with another body: use a new key for a new request.",
                at("Idempotency-Key", "must be new for a new request"));
    }
}
