package org.dualtraining.catalog.certification;

import jakarta.ws.rs.core.EntityTag;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.dualtraining.catalog.certification.Certification.RuleVersion;
import org.dualtraining.kit.precondition.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A certification as it is stored.
 *
 * @param position the order within its framework
 * @param revision goes up with every change
 * @param announcedVersion of the rule that the other services were told last
 * @param rules every version of the rule, oldest first
 */
record StoredCertification(
        UUID id,
        UUID frameworkId,
        int position,
        String name,
        @Nullable String abbreviation,
        @Nullable String issuer,
        long revision,
        @Nullable Integer announcedVersion,
        List<RuleVersion> rules) {

    /** The rule that holds on a day: of those whose day has come the latest, of several of one day the last recorded. */
    @Nullable
    RuleVersion ruleOn(LocalDate day) {
        return rules.stream()
                .filter(rule -> !rule.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(RuleVersion::effectiveFrom).thenComparing(RuleVersion::version))
                .orElse(null);
    }

    /** Changes with the certification and with the day on which another rule comes to hold. */
    EntityTag tag(LocalDate today) {
        RuleVersion current = ruleOn(today);
        return Versioned.tag(1 + (current == null ? 0 : current.version()), revision);
    }

    Certification view(LocalDate today) {
        RuleVersion current = ruleOn(today);
        return new Certification(
                id,
                frameworkId,
                name,
                abbreviation,
                issuer,
                current == null ? null : current.rule(),
                current == null ? null : current.version(),
                current == null ? null : current.ruleText(),
                current == null ? null : current.note(),
                rules);
    }

    /** The order of lists: by framework, then as the document has them. */
    String key() {
        return String.format("%s/%08d/%s", frameworkId, position, id);
    }
}
