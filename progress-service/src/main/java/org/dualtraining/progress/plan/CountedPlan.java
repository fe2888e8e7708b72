package org.dualtraining.progress.plan;

import org.dualtraining.progress.eligibility.ReviewedPlan;

/** A known plan with its count: lines that are to be trained or credited as prior learning, and those credited. */
public record CountedPlan(ReviewedPlan plan, int total, int credited) {}
