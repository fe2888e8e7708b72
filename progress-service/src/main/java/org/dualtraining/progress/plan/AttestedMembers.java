package org.dualtraining.progress.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.progress.event.DeadLetterClass;
import org.dualtraining.progress.event.Delivery;
import org.dualtraining.progress.event.EventFields;
import org.dualtraining.progress.event.Poison;
import org.jspecify.annotations.Nullable;

/** The members of a snapshot that attest something beside competencies: checked here, read where a rule asks for them. */
final class AttestedMembers {

    private static final String HOURS = "hours";
    private static final String CREDENTIALS = "priorCredentials";
    private static final int MOST_MONTHS = 10_000;
    private static final int MOST_CREDENTIALS = 1_000;
    private static final int MOST_HOURS = 744;

    private AttestedMembers() {}

    /** As they are kept, with the event that says so; null when there is nothing. */
    static @Nullable String read(UUID eventId, EventFields data) {
        data.listOrNone(HOURS, MOST_MONTHS).forEach(stated -> {
            stated.oneOf(Delivery.class, "delivery");
            stated.month("month");
            stated.integer(HOURS, 0, MOST_HOURS);
        });
        data.listOrNone(CREDENTIALS, MOST_CREDENTIALS).forEach(held -> {
            held.uuid("credentialId");
            LocalDate awardedOn = held.date("awardedOn");
            LocalDate expiresOn = held.dateOrNull("expiresOn");
            if (expiresOn != null && !expiresOn.isAfter(awardedOn)) {
                throw new Poison(DeadLetterClass.SCHEMA, "/priorCredentials: must expire after their award");
            }
        });
        JsonNode all = data.all();
        if (all.path(HOURS).isEmpty() && all.path(CREDENTIALS).isEmpty()) {
            return null;
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        kept.put("eventId", eventId.toString());
        kept.set(HOURS, all.path(HOURS).deepCopy());
        kept.set(CREDENTIALS, all.path(CREDENTIALS).deepCopy());
        return kept.toString();
    }
}
