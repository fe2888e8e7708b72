package org.dualtraining.catalog.certification;

import java.util.List;
import java.util.UUID;
import org.dualtraining.catalog.certification.Certification.RuleVersion;
import org.jspecify.annotations.Nullable;

/**
 * A certification as it is stored.
 *
 * @param position the order within its framework
 * @param revision goes up with every change
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
        List<RuleVersion> rules) {

    @Nullable
    RuleVersion currentRule() {
        return rules.isEmpty() ? null : rules.get(rules.size() - 1);
    }

    Certification view() {
        RuleVersion current = currentRule();
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
