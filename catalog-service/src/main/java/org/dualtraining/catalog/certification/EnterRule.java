package org.dualtraining.catalog.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.catalog.certification.Certification.RuleVersion;
import org.dualtraining.catalog.framework.Competencies;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * An agency enters a certification's rule, to hold from a day on. Every earlier rule stays; the rule that holds on that day
 * anyway changes nothing.
 */
@ApplicationScoped
class EnterRule {

    private static final Logger LOG = Logger.getLogger(EnterRule.class);

    private final Certifications certifications;
    private final Competencies competencies;
    private final RuleAnnouncements announcements;
    private final Clock clock;

    @Inject
    EnterRule(Certifications certifications, Competencies competencies, RuleAnnouncements announcements, Clock clock) {
        this.certifications = certifications;
        this.competencies = competencies;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param effectiveFrom the day from which it holds; null is today */
    @Transactional
    StoredCertification handle(
            UUID id,
            RequirementRule rule,
            @Nullable String note,
            @Nullable LocalDate effectiveFrom,
            @Nullable String ifMatch) {
        certifications.lockRules();
        LocalDate today = LocalDate.now(clock);
        StoredCertification current = certifications.findLocked(id).orElseThrow(() -> new NotFound("certification"));
        Versioned.requireMatch(ifMatch, current.tag(today));
        LocalDate from = Objects.requireNonNullElse(effectiveFrom, today);
        RuleVersion next = next(current, rule, note, from, today);
        if (isHeld(current.ruleOn(from), next, effectiveFrom)) {
            return current;
        }
        certifications.addRule(id, next);
        announcements.announceRuleOf(today, id);
        LOG.infof("rule entered certification=%s ruleVersion=%d effectiveFrom=%s", id, next.version(), from);
        return certifications.find(id).orElseThrow(() -> new NotFound("certification"));
    }

    private static boolean isHeld(@Nullable RuleVersion held, RuleVersion next, @Nullable LocalDate effectiveFrom) {
        return held != null
                && held.rule().equals(next.rule())
                && Objects.equals(held.note(), next.note())
                && (effectiveFrom == null || held.effectiveFrom().equals(effectiveFrom));
    }

    private RuleVersion next(
            StoredCertification certification,
            RequirementRule rule,
            @Nullable String note,
            LocalDate effectiveFrom,
            LocalDate today) {
        Map<UUID, String> names = new HashMap<>(certifications.names());
        Map<UUID, String> ofFramework = competencies.namesForRules(certification.frameworkId());
        RuleCheck.check(
                rule,
                new RuleCheck.Known(
                        ofFramework.keySet(),
                        names.keySet(),
                        certification.id(),
                        certifications.needing(certification.id(), today)));
        names.putAll(ofFramework);
        return new RuleVersion(
                certification.rules().size() + 1,
                effectiveFrom,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                rule,
                RuleText.of(rule, names),
                note);
    }
}
