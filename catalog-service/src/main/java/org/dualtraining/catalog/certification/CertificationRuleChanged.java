package org.dualtraining.catalog.certification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The event that tells of a new rule version, whole, on the compacted topic of the same name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CertificationRuleChanged(
        UUID certificationId,
        String name,
        @Nullable String abbreviation,
        UUID frameworkId,
        int ruleVersion,
        RequirementRule rule,
        String ruleText,
        @Nullable String note,
        Instant recordedAt) {

    static final String TOPIC = "certification-rule-changed";
    static final String TYPE = "org.dualtraining.certification-rule-changed.v1";
}
