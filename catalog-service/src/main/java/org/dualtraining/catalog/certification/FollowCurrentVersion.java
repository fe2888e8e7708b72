package org.dualtraining.catalog.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.dualtraining.catalog.framework.CurrentVersionChanged;

/**
 * A certification is named as its framework's current version names it; a draft beside it changes nothing. Where the other
 * services know it by its rule, they are told.
 */
@ApplicationScoped
class FollowCurrentVersion {

    private final Certifications certifications;
    private final RuleAnnouncements announcements;

    @Inject
    FollowCurrentVersion(Certifications certifications, RuleAnnouncements announcements) {
        this.certifications = certifications;
        this.announcements = announcements;
    }

    void on(@Observes CurrentVersionChanged change) {
        certifications.rename(change.version().content().certifications()).forEach(announcements::announceAgain);
    }
}
