package org.dualtraining.plan.planupgrade;

import java.util.List;
import java.util.UUID;
import org.dualtraining.plan.trainingplan.PlanLine;
import org.jspecify.annotations.Nullable;

/**
 * One line of an upgraded plan.
 *
 * @param before the line as it is; null for one that is added
 * @param isFinished whether evidence in force completes it today, and therefore afterwards too
 * @param replaces the lines whose place a REPLACEMENT takes
 * @param replacedBy the competencies that take the place of a REPLACED one
 */
record UpgradedLine(
        LineOutcome outcome,
        @Nullable PlanLine before,
        PlanLine after,
        boolean isFinished,
        List<UUID> replaces,
        List<UUID> replacedBy) {}
