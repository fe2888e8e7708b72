package org.dualtraining.plan.trainingplan;

import java.util.Map;
import java.util.UUID;

/**
 * What became of a duplicate's plan.
 *
 * @param status its state before
 * @param goesOnIn the other apprentice's plan that stands for it from now on
 * @param isNew whether that plan was made for it, with the same lines, terms and state
 * @param lines by the id of its line: the line of the other plan for the same competency
 */
public record TakenOverPlan(
        UUID planId, PlanStatus status, String occupationTitle, UUID goesOnIn, boolean isNew, Map<UUID, UUID> lines) {}
