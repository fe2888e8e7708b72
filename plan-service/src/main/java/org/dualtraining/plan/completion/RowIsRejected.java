package org.dualtraining.plan.completion;

import java.util.Objects;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Refusal;

/** A single completion that a batch would answer with a REJECTED receipt: the receipt's problem is the answer. */
final class RowIsRejected extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RowIsRejected(CompletionReceipt receipt) {
        this(Objects.requireNonNull(receipt.problem()));
    }

    private RowIsRejected(Problem problem) {
        super(problem.status(), problem.detail());
        this.problem = problem;
    }

    @Override
    public Problem problem() {
        return problem;
    }
}
