package org.dualtraining.progress.eligibility;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.dualtraining.progress.eligibility.Explanation.Status;
import org.dualtraining.progress.event.Delivery;
import org.jspecify.annotations.Nullable;

/** One node of a certification's rule. */
sealed interface Requirement {

    Finding evaluate(Evidence evidence);

    /**
     * What a rule is held against.
     *
     * @param credits the plan's held credits by competency
     * @param names how a competency is called on the plan
     */
    record Evidence(Map<UUID, HeldCredit> credits, Function<UUID, String> names, LocalDate today) {}

    /** All of, any of and at least n of are one thing: how many parts are needed. */
    record Parts(String words, int needed, List<Requirement> parts) implements Requirement {

        @Override
        public Finding evaluate(Evidence evidence) {
            List<Explanation> children = new ArrayList<>(parts.size());
            List<Finding> satisfied = new ArrayList<>();
            int expired = 0;
            for (Requirement part : parts) {
                Finding finding = part.evaluate(evidence);
                children.add(finding.explanation());
                if (finding.isSatisfied()) {
                    satisfied.add(finding);
                } else if (finding.isExpired()) {
                    expired++;
                }
            }
            if (satisfied.size() >= needed) {
                return new Finding(
                        new Explanation(words, Status.SATISFIED, List.of(), children),
                        nth(satisfied, Finding::since, Comparator.naturalOrder()),
                        nth(satisfied, Finding::until, Comparator.reverseOrder()));
            }
            Status status = satisfied.size() + expired >= needed ? Status.EXPIRED : Status.MISSING;
            return new Finding(new Explanation(words, status, List.of(), children), null, null);
        }

        /** The day on which the needed number was reached, or will no longer be. A missing day is the end of time. */
        private @Nullable LocalDate nth(
                List<Finding> satisfied, Function<Finding, @Nullable LocalDate> day, Comparator<LocalDate> order) {
            List<LocalDate> days = new ArrayList<>();
            for (Finding finding : satisfied) {
                LocalDate on = day.apply(finding);
                days.add(on == null ? LocalDate.MAX : on);
            }
            days.sort(order);
            LocalDate found = days.get(needed - 1);
            return found.equals(LocalDate.MAX) ? null : found;
        }
    }

    /**
     * A competency, where asked at a minimum rating. Only an assessor's sign-off carries a rating (domain: "sign-off: an
     * on-the-job competency rated 0-4 by an assessor"); so a credit without one, such as a course completion, does not
     * reach any minimum, and the explanation says that this is why.
     */
    record Competency(UUID competencyId, @Nullable Integer minimumRating) implements Requirement {

        @Override
        public Finding evaluate(Evidence evidence) {
            String name = evidence.names().apply(competencyId);
            HeldCredit credit = evidence.credits().get(competencyId);
            if (minimumRating == null) {
                return credit == null ? Finding.missing(name) : held(name, credit);
            }
            String node = name + ", rated at least " + minimumRating;
            if (credit == null) {
                return Finding.missing(node);
            }
            Integer rating = credit.rating();
            if (rating == null) {
                return Finding.missing(node + " (credited without a rating)");
            }
            return rating < minimumRating ? Finding.missing(node + " (rated " + rating + ")") : held(node, credit);
        }

        private static Finding held(String node, HeldCredit credit) {
            return new Finding(
                    new Explanation(node, Status.SATISFIED, List.of(credit.eventId()), List.of()),
                    credit.completedOn(),
                    null);
        }
    }

    /** Hours of training. No event reports hours, so nobody reaches them: said, and not guessed. */
    record Hours(Delivery delivery, long minimum) implements Requirement {

        @Override
        public Finding evaluate(Evidence evidence) {
            String how = delivery == Delivery.ON_THE_JOB ? "on the job" : "of related instruction";
            return Finding.missing(String.format(Locale.ROOT, "%,d hours %s (hours are not recorded)", minimum, how));
        }
    }

    /** A credential from before. No event reports them, so nobody holds one: said, and not guessed. */
    record Credential(UUID credentialId, @Nullable Period within) implements Requirement {

        @Override
        public Finding evaluate(Evidence evidence) {
            String age = within == null ? "" : ", not older than " + Periods.inWords(within);
            return Finding.missing("credential " + credentialId + age + " (prior credentials are not recorded)");
        }
    }

    /** What holds for a time only, counted from the day it was reached. */
    record Expiring(Requirement requirement, Period validFor) implements Requirement {

        @Override
        public Finding evaluate(Evidence evidence) {
            Finding finding = requirement.evaluate(evidence);
            String node = finding.explanation().node() + " (valid for " + Periods.inWords(validFor) + ")";
            LocalDate since = finding.since();
            if (!finding.isSatisfied() || since == null) {
                Status status = finding.explanation().status();
                return new Finding(finding.explanation().with(node, status), since, finding.until());
            }
            LocalDate end = since.plus(validFor);
            LocalDate inner = finding.until();
            LocalDate until = inner != null && inner.isBefore(end) ? inner : end;
            Status status = evidence.today().isBefore(until) ? Status.SATISFIED : Status.EXPIRED;
            return new Finding(finding.explanation().with(node, status), since, until);
        }
    }
}
