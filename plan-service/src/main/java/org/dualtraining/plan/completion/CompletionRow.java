package org.dualtraining.plan.completion;

import org.dualtraining.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** One row of a post: what it says, or what is wrong with it. */
record CompletionRow(
        int row, @Nullable CourseCompletion says, @Nullable Problem problem) {}
