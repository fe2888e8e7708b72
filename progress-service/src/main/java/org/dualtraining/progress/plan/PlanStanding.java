package org.dualtraining.progress.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan, as far as figures are made of it.
 *
 * @param primary its apprentice is counted as one person here
 * @param startedOn the first day on which it is known to have been ACTIVE
 * @param total counted lines
 * @param credited counted lines that are credited
 * @param providers of the counted lines
 * @param creditedWeeks the epoch day of the Monday of each credited counted line, sorted, with repeats
 */
public record PlanStanding(
        UUID planId,
        UUID apprenticeId,
        UUID occupationId,
        UUID employerId,
        PlanStatus status,
        boolean primary,
        @Nullable LocalDate startedOn,
        int total,
        int credited,
        Set<UUID> providers,
        List<Integer> creditedWeeks) {}
