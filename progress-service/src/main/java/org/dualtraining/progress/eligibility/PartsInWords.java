package org.dualtraining.progress.eligibility;

import java.util.List;
import java.util.stream.Collectors;
import org.dualtraining.progress.eligibility.Explanation.Status;
import org.dualtraining.progress.eligibility.Requirement.Parts;

/** Explains a node by what its parts came to. */
record PartsInWords(Parts parts, List<Finding> findings) {

    Finding finding(Timeline timeline, int day) {
        return Finding.of(
                parts.words(),
                List.of(),
                findings.stream().map(Finding::explanation).toList(),
                timeline,
                day,
                status(timeline, day),
                lack(),
                sentence());
    }

    /** With all that is expired renewed it would be satisfied: so it is expired itself. */
    private Status status(Timeline timeline, int day) {
        if (timeline.isMetOn(day)) {
            return Status.SATISFIED;
        }
        return count(Status.SATISFIED) + count(Status.EXPIRED) >= parts.needed() ? Status.EXPIRED : Status.MISSING;
    }

    /** As a part: "all of (A; B)", "one of (A; B)". */
    private String lack() {
        if (lacking() == 1 && isAll()) {
            return lacks();
        }
        return (isAll() ? "all of (" : number() + " of (") + lacks() + ")";
    }

    /** As the whole: "2 of 3 parts are missing: A; B". */
    private String sentence() {
        if (findings.size() == 1) {
            return lacks();
        }
        if (!isAll()) {
            return number() + (number().equals("one") ? " of these is" : " of these are") + " needed: " + lacks();
        }
        long expired = count(Status.EXPIRED);
        long missing = lacking() - expired;
        String how = missing == 0
                ? are(expired) + " expired"
                : are(missing) + " missing" + (expired == 0 ? "" : " and " + expired + " expired");
        return (missing == 0 ? expired : missing) + " of " + findings.size() + " parts " + how + ": " + lacks();
    }

    private static String are(long count) {
        return count == 1 ? "is" : "are";
    }

    private boolean isAll() {
        return parts.needed() == findings.size();
    }

    /** How many more are needed. */
    private String number() {
        long needed = parts.needed() - count(Status.SATISFIED);
        return needed == 1 ? "one" : Long.toString(needed);
    }

    private String lacks() {
        return findings.stream()
                .filter(finding -> !finding.isSatisfied())
                .map(Finding::lack)
                .collect(Collectors.joining("; "));
    }

    private long lacking() {
        return findings.size() - count(Status.SATISFIED);
    }

    private long count(Status status) {
        return findings.stream()
                .filter(finding -> finding.explanation().status() == status)
                .count();
    }
}
