package org.dualtraining.plan.trainingplan;

/** A request that may come without a body. */
public interface OptionalBody {}
