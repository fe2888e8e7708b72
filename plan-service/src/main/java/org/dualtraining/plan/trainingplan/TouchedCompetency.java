package org.dualtraining.plan.trainingplan;

import java.util.UUID;

/** A competency of an apprentice whose evidence has changed. */
public record TouchedCompetency(UUID apprenticeId, UUID competencyId) {}
