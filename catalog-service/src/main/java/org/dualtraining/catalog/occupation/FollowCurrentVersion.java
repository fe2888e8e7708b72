package org.dualtraining.catalog.occupation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.dualtraining.catalog.framework.CurrentVersionChanged;
import org.dualtraining.catalog.framework.OccupationText;

/** An occupation is titled and described as its framework's current version has it; a draft beside it changes nothing. */
@ApplicationScoped
class FollowCurrentVersion {

    private final Occupations occupations;

    @Inject
    FollowCurrentVersion(Occupations occupations) {
        this.occupations = occupations;
    }

    void on(@Observes CurrentVersionChanged change) {
        OccupationText text = change.version().content().occupation();
        if (text != null) {
            occupations.store(change.version().frameworkId(), text);
        }
    }
}
