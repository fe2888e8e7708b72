package org.dualtraining.plan.completion;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One row of a post.
 *
 * @param says what it says, or null when it cannot be read
 * @param problem what is wrong with it; with {@code says} it is one that a row that is known already does not have
 */
public record CompletionRow(
        int row, @Nullable CourseCompletion says, @Nullable Problem problem) {

    /** Whose rows these are, as far as they can be read. */
    public static Set<UUID> providersOf(Collection<CompletionRow> rows) {
        return rows.stream()
                .map(CompletionRow::says)
                .filter(Objects::nonNull)
                .map(CourseCompletion::providerId)
                .collect(Collectors.toSet());
    }
}
