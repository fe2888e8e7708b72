package org.dualtraining.catalog.framework;

import org.dualtraining.kit.problem.Refusal;

/** A version that plans may be pinned to never changes. */
final class VersionIsPublished extends Refusal {

    private static final long serialVersionUID = 1L;

    VersionIsPublished() {
        super(409, "Only a draft can be edited: make a new draft with POST on the framework's versions.");
    }
}
