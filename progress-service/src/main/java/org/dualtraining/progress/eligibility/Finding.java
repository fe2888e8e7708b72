package org.dualtraining.progress.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.eligibility.Explanation.Status;
import org.jspecify.annotations.Nullable;

/**
 * What one node of a rule came to on a day.
 *
 * @param since the day the last credit that was needed was completed; absent when it never was satisfied
 * @param until the first day on which it is no longer satisfied if nothing new happens; null when it lasts
 * @param lack what is not there, in words, as a part of something greater; empty when it is satisfied
 * @param sentence the same where it is the whole
 */
record Finding(
        Explanation explanation,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        String lack,
        String sentence) {

    /** A leaf. */
    static Finding leaf(String node, List<UUID> eventIds, Timeline timeline, int day) {
        return of(node, eventIds, List.of(), timeline, day, statusOf(timeline, day), node, node);
    }

    static Finding of(
            String node,
            List<UUID> eventIds,
            List<Explanation> children,
            Timeline timeline,
            int day,
            Status status,
            String lack,
            String sentence) {
        boolean wasMet = timeline.isMetOn(day) || timeline.isOverOn(day);
        LocalDate since = wasMet ? LocalDate.ofEpochDay(timeline.since(day)) : null;
        LocalDate until =
                wasMet && timeline.until(day) < Timeline.FOREVER ? LocalDate.ofEpochDay(timeline.until(day)) : null;
        List<UUID> events = status == Status.MISSING ? List.of() : eventIds;
        String expired = status == Status.EXPIRED && until != null ? " (expired on " + until + ")" : "";
        boolean isThere = status == Status.SATISFIED;
        return new Finding(
                new Explanation(node, status, events, children),
                since,
                until,
                isThere ? "" : lack + expired,
                isThere ? "" : sentence + expired);
    }

    static Status statusOf(Timeline timeline, int day) {
        if (timeline.isMetOn(day)) {
            return Status.SATISFIED;
        }
        return timeline.isOverOn(day) ? Status.EXPIRED : Status.MISSING;
    }

    boolean isSatisfied() {
        return explanation.status() == Status.SATISFIED;
    }

    /** In a sentence or two, for people. */
    String inWords() {
        return switch (explanation.status()) {
            case SATISFIED -> "Eligible since " + since + (until == null ? "." : "; expires on " + until + ".");
            case MISSING -> "Not yet: " + sentence + ".";
            case EXPIRED -> "No longer: " + sentence + ".";
        };
    }
}
