package org.dualtraining.catalog.certification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The event that tells which rule holds now, whole, on the compacted topic of the same name.
 *
 * @param revision goes up with every event of the certification; a rule version does not, because one that was entered
 *     earlier may come to hold later
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CertificationRuleChanged(
        UUID certificationId,
        String name,
        @Nullable String abbreviation,
        UUID frameworkId,
        long revision,
        int ruleVersion,
        RequirementRule rule,
        String ruleText,
        @Nullable String note,
        LocalDate effectiveFrom,
        Instant recordedAt) {

    static final String TOPIC = "certification-rule-changed";
    static final String TYPE = "org.dualtraining.certification-rule-changed.v1";
}
