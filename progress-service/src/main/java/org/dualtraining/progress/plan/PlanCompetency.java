package org.dualtraining.progress.plan;

import java.util.UUID;

/** What a credit is about. */
public record PlanCompetency(UUID planId, UUID competencyId) {}
