package org.dualtraining.plan.xapi;

import java.util.UUID;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.plan.completion.CourseCompletionInput;
import org.jspecify.annotations.Nullable;

/**
 * What one statement says: a completion, that another statement is void, or nothing that counts.
 *
 * @param number 1 is the first statement
 * @param completion what was completed
 * @param isPassed the result, where the statement leaves it to the score
 * @param voids the statement that is taken back
 * @param problem why it says neither
 */
record StatementRead(
        int number,
        @Nullable CourseCompletionInput completion,
        boolean isPassed,
        @Nullable UUID voids,
        @Nullable Problem problem) {

    static StatementRead completion(int number, CourseCompletionInput completion, boolean isPassed) {
        return new StatementRead(number, completion, isPassed, null, null);
    }

    static StatementRead voiding(int number, UUID statement) {
        return new StatementRead(number, null, false, statement, null);
    }

    static StatementRead rejected(int number, Problem problem) {
        return new StatementRead(number, null, false, null, problem);
    }
}
