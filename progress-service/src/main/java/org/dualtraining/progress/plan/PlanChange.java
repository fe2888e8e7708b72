package org.dualtraining.progress.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One plan before and after a batch. Figures follow by taking out what was and adding what is, so both must be told alike:
 * when nothing but credits changed, {@code lines} holds the touched ones and {@code providers} may be empty on both sides;
 * else {@code lines} holds all lines of the plan and {@code providers} are told on both.
 *
 * @param before null for a plan that was not known
 */
public record PlanChange(
        @Nullable PlanStanding before, @Nullable PlanStanding after, List<LineChange> lines) {}
