package org.dualtraining.progress.eligibility;

import java.util.UUID;

/** A plan of which something is decided otherwise with the day; public because Jdbi makes it. */
public record DuePlan(UUID planId, UUID apprenticeId) {}
