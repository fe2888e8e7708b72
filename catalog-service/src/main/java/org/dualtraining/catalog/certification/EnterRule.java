package org.dualtraining.catalog.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.catalog.certification.Certification.RuleVersion;
import org.dualtraining.catalog.framework.Competencies;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.kit.outbox.OutboxEvent;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An agency enters a certification's rule. Every earlier rule stays; the same rule again changes nothing. */
@ApplicationScoped
class EnterRule {

    private static final Logger LOG = Logger.getLogger(EnterRule.class);
    private static final int EPOCH = 1;

    private final Certifications certifications;
    private final Competencies competencies;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    EnterRule(Certifications certifications, Competencies competencies, Outbox outbox, Clock clock) {
        this.certifications = certifications;
        this.competencies = competencies;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    StoredCertification handle(UUID id, RequirementRule rule, @Nullable String note, @Nullable String ifMatch) {
        StoredCertification current = certifications.findLocked(id).orElseThrow(() -> new NotFound("certification"));
        Versioned.requireMatch(ifMatch, Versioned.tag(current.revision()));
        RuleVersion next = next(current, rule, note);
        RuleVersion held = current.currentRule();
        if (held != null && held.rule().equals(rule) && Objects.equals(held.note(), note)) {
            return current;
        }
        long revision = certifications.addRule(id, next);
        outbox.append(List.of(event(current, next, revision)));
        LOG.infof("rule entered certification=%s ruleVersion=%d", id, next.version());
        return certifications.find(id).orElseThrow(() -> new NotFound("certification"));
    }

    private RuleVersion next(StoredCertification certification, RequirementRule rule, @Nullable String note) {
        Map<UUID, String> names = new HashMap<>(certifications.names());
        Set<UUID> otherCredentials = new HashSet<>(names.keySet());
        otherCredentials.remove(certification.id());
        Map<UUID, String> ofFramework = competencies.namesIn(certification.frameworkId());
        RuleCheck.check(rule, ofFramework.keySet(), otherCredentials);
        names.putAll(ofFramework);
        return new RuleVersion(
                certification.rules().size() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                rule,
                RuleText.of(rule, names),
                note);
    }

    private static OutboxEvent event(StoredCertification certification, RuleVersion rule, long revision) {
        return new OutboxEvent(
                Ids.next(),
                CertificationRuleChanged.TOPIC,
                certification.id().toString(),
                CertificationRuleChanged.TYPE,
                certification.id(),
                EPOCH,
                revision,
                rule.recordedAt(),
                new CertificationRuleChanged(
                        certification.id(),
                        certification.name(),
                        certification.abbreviation(),
                        certification.frameworkId(),
                        rule.version(),
                        rule.rule(),
                        rule.ruleText(),
                        rule.note(),
                        rule.recordedAt()));
    }
}
