package org.dualtraining.catalog.certification;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Rules that were entered for a later day are announced when it comes: within a minute after midnight UTC. */
@ApplicationScoped
class AnnounceDueRules {

    private static final Logger LOG = Logger.getLogger(AnnounceDueRules.class);

    private final Certifications certifications;
    private final RuleAnnouncements announcements;
    private final Clock clock;

    @Inject
    AnnounceDueRules(Certifications certifications, RuleAnnouncements announcements, Clock clock) {
        this.certifications = certifications;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** One replica at a time; the others find nothing left a minute later. */
    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void handle() {
        if (!certifications.tryLockRules()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        for (UUID certification : certifications.unannounced(today)) {
            if (announcements.announceRuleOf(today, certification)) {
                LOG.infof("rule comes to hold certification=%s day=%s", certification, today);
            }
        }
    }
}
