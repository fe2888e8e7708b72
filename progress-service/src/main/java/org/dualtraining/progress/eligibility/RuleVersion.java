package org.dualtraining.progress.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.dualtraining.progress.event.CloudEvent;
import org.dualtraining.progress.event.DeadLetterClass;
import org.dualtraining.progress.event.EventFields;
import org.dualtraining.progress.event.Poison;
import org.jspecify.annotations.Nullable;

/**
 * A version of a certification's requirement rule, as catalog-service said it.
 *
 * @param revision the order of what is said of a certification; a rule version is none, because one that was entered earlier
 *     may come to hold later
 */
public record RuleVersion(
        UUID eventId,
        UUID certificationId,
        String name,
        @Nullable String abbreviation,
        UUID frameworkId,
        long revision,
        int ruleVersion,
        JsonNode rule,
        JsonNode content,
        Instant recordedAt) {

    private static final String TYPE = "org.dualtraining.certification-rule-changed.v1";

    public static RuleVersion from(CloudEvent event) {
        if (!event.type().equals(TYPE)) {
            throw new Poison(DeadLetterClass.UNKNOWN_TYPE, "this topic has no such event type");
        }
        EventFields data = event.data();
        int ruleVersion = data.integer("ruleVersion", 1, Integer.MAX_VALUE);
        Long revision = data.numberOrNull("revision", 1, Long.MAX_VALUE);
        RuleVersion version = new RuleVersion(
                event.id(),
                data.uuid("certificationId"),
                data.text("name", 4_000),
                data.textOrNull("abbreviation", 4_000),
                data.uuid("frameworkId"),
                revision == null ? ruleVersion : revision,
                ruleVersion,
                data.tree("rule"),
                data.all(),
                data.instant("recordedAt"));
        event.requireKey(version.certificationId(), "certificationId");
        // refused on arrival, so that a stored rule can always be evaluated
        CertificationRule.read(version.rule());
        return version;
    }
}
