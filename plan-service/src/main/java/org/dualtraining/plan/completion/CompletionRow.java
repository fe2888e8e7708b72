package org.dualtraining.plan.completion;

import org.dualtraining.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One row of a post.
 *
 * @param says what it says, or null when it cannot be read
 * @param problem what is wrong with it; with {@code says} it is one that a row that is known already does not have
 */
public record CompletionRow(
        int row, @Nullable CourseCompletion says, @Nullable Problem problem) {}
