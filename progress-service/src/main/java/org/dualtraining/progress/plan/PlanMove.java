package org.dualtraining.progress.plan;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction did to one plan.
 *
 * @param before null for a plan that was not known
 * @param lines those that were touched: some of them after credits, all of them after a snapshot
 */
public record PlanMove(@Nullable PlanState before, PlanState after, List<LineMove> lines) {

    /** What happened to one line: it was not there before, it is not there any more, or it says something else. */
    public record LineMove(
            @Nullable PlanLine before, @Nullable PlanLine after) {

        private LineChange change() {
            PlanLine some = Objects.requireNonNull(before == null ? after : before);
            return new LineChange(
                    some.competencyId(),
                    before == null ? null : before.standing(),
                    after == null ? null : after.standing());
        }
    }

    /** As figures see it. */
    public PlanChange change() {
        return new PlanChange(
                before == null ? null : before.standing(providers(LineMove::before)),
                after.standing(providers(LineMove::after)),
                lines.stream().map(LineMove::change).toList());
    }

    private Set<UUID> providers(Function<LineMove, @Nullable PlanLine> side) {
        return lines.stream()
                .map(side)
                .flatMap(Stream::ofNullable)
                .filter(PlanLine::counts)
                .map(PlanLine::providerId)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
    }
}
