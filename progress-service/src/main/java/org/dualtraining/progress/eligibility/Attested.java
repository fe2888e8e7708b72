package org.dualtraining.progress.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.event.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * What is attested of an apprentice beside competencies, as the latest snapshot of the plan says it.
 *
 * @param eventId that snapshot's
 */
record Attested(@Nullable UUID eventId, List<Hours> hours, List<PriorCredential> credentials) {

    static final Attested NOTHING = new Attested(null, List.of(), List.of());

    /** Hours of one month. They count from its last day on: before that, nobody has worked them all. */
    record Hours(Delivery delivery, YearMonth month, int hours) {

        LocalDate countFrom() {
            return month.atEndOfMonth();
        }
    }

    /**
     * A credential from elsewhere.
     *
     * @param expiresOn the first day on which it is not valid any more; null when it lasts
     */
    record PriorCredential(
            UUID credentialId,
            LocalDate awardedOn,
            @Nullable LocalDate expiresOn) {}

    /** Of a snapshot that was checked when it arrived. */
    static Attested read(UUID eventId, JsonNode snapshot) {
        List<Hours> hours = new ArrayList<>();
        for (JsonNode stated : snapshot.path("hours")) {
            hours.add(new Hours(
                    Delivery.valueOf(stated.path("delivery").asText()),
                    YearMonth.parse(stated.path("month").asText()),
                    stated.path("hours").asInt()));
        }
        List<PriorCredential> credentials = new ArrayList<>();
        for (JsonNode held : snapshot.path("priorCredentials")) {
            credentials.add(new PriorCredential(
                    UUID.fromString(held.path("credentialId").asText()),
                    LocalDate.parse(held.path("awardedOn").asText()),
                    held.hasNonNull("expiresOn")
                            ? LocalDate.parse(held.path("expiresOn").asText())
                            : null));
        }
        return new Attested(eventId, hours, credentials);
    }

    List<UUID> eventIds() {
        return eventId == null ? List.of() : List.of(eventId);
    }
}
