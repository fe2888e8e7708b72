package org.dualtraining.catalog.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.catalog.certification.Certification.RuleVersion;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.kit.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/** Tells the other services which rule of a certification holds. The topic is compacted: the last word is the rule. */
@ApplicationScoped
class RuleAnnouncements {

    private static final int EPOCH = 1;

    private final Certifications certifications;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    RuleAnnouncements(Certifications certifications, Outbox outbox, Clock clock) {
        this.certifications = certifications;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Announces the rule that holds on a day, unless it was announced last. Whether it did. */
    boolean announceRuleOf(LocalDate day, UUID id) {
        StoredCertification certification = certifications.findLocked(id).orElseThrow();
        @Nullable RuleVersion rule = certification.ruleOn(day);
        if (rule == null || Objects.equals(certification.announcedVersion(), rule.version())) {
            return false;
        }
        announce(certification, rule);
        return true;
    }

    /** Announces the rule that was announced last again, because what else the event says has changed. */
    void announceAgain(UUID id) {
        StoredCertification certification = certifications.findLocked(id).orElseThrow();
        certification.rules().stream()
                .filter(rule -> Objects.equals(rule.version(), certification.announcedVersion()))
                .forEach(rule -> announce(certification, rule));
    }

    private void announce(StoredCertification certification, RuleVersion rule) {
        long revision = certifications.announced(certification.id(), rule.version());
        outbox.append(List.of(new OutboxEvent(
                Ids.next(),
                CertificationRuleChanged.TOPIC,
                certification.id().toString(),
                CertificationRuleChanged.TYPE,
                certification.id(),
                EPOCH,
                revision,
                clock.instant(),
                new CertificationRuleChanged(
                        certification.id(),
                        certification.name(),
                        certification.abbreviation(),
                        certification.frameworkId(),
                        revision,
                        rule.version(),
                        rule.rule(),
                        rule.ruleText(),
                        rule.note(),
                        rule.effectiveFrom(),
                        rule.recordedAt()))));
    }
}
