package org.dualtraining.progress.smallgroup;

import java.util.UUID;

/** The finest group that figures can be asked of: each apprentice is counted in exactly one. */
public record Atom(UUID employerId, UUID occupationId) {}
