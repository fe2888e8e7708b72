package org.dualtraining.progress.eligibility;

import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dualtraining.progress.event.Delivery;
import org.jspecify.annotations.Nullable;

/** One node of a certification's rule. Each answers for all days at once; a day is only needed to explain. */
sealed interface Requirement permits Requirement.Parts, Requirement.Leaf, Requirement.Expiring {

    Timeline timeline(Held held);

    Finding explain(Held held, Names names, int day);

    /**
     * With fewer credits held than this it cannot be satisfied, whichever they are: a lower bound, so that a review that
     * cannot change anything need not be made.
     */
    int fewestCredits();

    Stream<Leaf> leaves();

    /** What has no parts. */
    sealed interface Leaf extends Requirement permits Competency, Hours, Credential {

        @Override
        default Stream<Leaf> leaves() {
            return Stream.of(this);
        }
    }

    /** All of, any of and at least n of are one thing: how many parts are needed. */
    record Parts(String words, int needed, List<Requirement> parts) implements Requirement {

        @Override
        public Timeline timeline(Held held) {
            return Timeline.atLeast(
                    needed, parts.stream().map(part -> part.timeline(held)).toList());
        }

        @Override
        public Finding explain(Held held, Names names, int day) {
            return new PartsInWords(
                            this,
                            parts.stream()
                                    .map(part -> part.explain(held, names, day))
                                    .toList())
                    .finding(timeline(held), day);
        }

        /** Parts that ask for different competencies add up; of others one credit may serve several. */
        @Override
        public int fewestCredits() {
            List<Set<UUID>> asked =
                    parts.stream().map(Requirement::competencies).toList();
            boolean areApart = asked.stream().mapToInt(Set::size).sum()
                    == asked.stream().flatMap(Set::stream).distinct().count();
            int[] fewest = parts.stream()
                    .mapToInt(Requirement::fewestCredits)
                    .sorted()
                    .limit(needed)
                    .toArray();
            return areApart ? Arrays.stream(fewest).sum() : fewest[fewest.length - 1];
        }

        @Override
        public Stream<Leaf> leaves() {
            return parts.stream().flatMap(Requirement::leaves);
        }
    }

    default Set<UUID> competencies() {
        return leaves().flatMap(
                        leaf -> leaf instanceof Competency asked ? Stream.of(asked.competencyId()) : Stream.empty())
                .collect(Collectors.toSet());
    }

    /**
     * A competency, where asked at a minimum rating. Only an assessor's sign-off carries a rating (domain: "sign-off: an
     * on-the-job competency rated 0-4 by an assessor"); so a credit without one, such as a course completion, does not
     * reach any minimum, and the explanation says that this is why.
     */
    record Competency(UUID competencyId, @Nullable Integer minimumRating) implements Leaf {

        @Override
        public Timeline timeline(Held held) {
            HeldCredit credit = held.credits().get(competencyId);
            return credit == null || !reaches(credit) ? Timeline.NEVER : Timeline.from(credit.completedOn());
        }

        @Override
        public Finding explain(Held held, Names names, int day) {
            HeldCredit credit = held.credits().get(competencyId);
            String node = names.competency().apply(competencyId)
                    + (minimumRating == null ? "" : ", rated at least " + minimumRating);
            if (credit == null || Timeline.day(credit.completedOn()) > day) {
                return Finding.leaf(node, List.of(), Timeline.NEVER, day);
            }
            String why = credit.rating() == null ? "credited without a rating" : "rated " + credit.rating();
            return reaches(credit)
                    ? Finding.leaf(node, List.of(credit.eventId()), timeline(held), day)
                    : Finding.leaf(node + " (" + why + ")", List.of(), Timeline.NEVER, day);
        }

        private boolean reaches(HeldCredit credit) {
            Integer rating = credit.rating();
            return minimumRating == null || (rating != null && rating >= minimumRating);
        }

        @Override
        public int fewestCredits() {
            return 1;
        }
    }

    /** Hours of training, reached at the end of a month; each further month with hours reaches them anew. */
    record Hours(Delivery delivery, long minimum) implements Leaf {

        @Override
        public Timeline timeline(Held held) {
            List<Attested.Hours> months = held.attested().hours().stream()
                    .filter(stated -> stated.delivery() == delivery && stated.hours() > 0)
                    .sorted(Comparator.comparing(Attested.Hours::month))
                    .toList();
            List<int[]> spans = new ArrayList<>();
            long sum = 0;
            for (Attested.Hours month : months) {
                sum += month.hours();
                if (sum >= minimum) {
                    spans.add(new int[] {Timeline.day(month.countFrom()), Timeline.FOREVER});
                }
            }
            return Timeline.of(spans);
        }

        @Override
        public Finding explain(Held held, Names names, int day) {
            Timeline timeline = timeline(held);
            String node = String.format(
                    Locale.ROOT,
                    "%,d hours %s",
                    minimum,
                    delivery == Delivery.ON_THE_JOB ? "on the job" : "of related instruction");
            return timeline.isMetOn(day)
                    ? Finding.leaf(node, held.attested().eventIds(), timeline, day)
                    : Finding.leaf(
                            node + String.format(Locale.ROOT, " (%,d so far)", statedBy(held, day)),
                            List.of(),
                            timeline,
                            day);
        }

        private long statedBy(Held held, int day) {
            return held.attested().hours().stream()
                    .filter(stated -> stated.delivery() == delivery && Timeline.day(stated.countFrom()) <= day)
                    .mapToLong(Attested.Hours::hours)
                    .sum();
        }

        @Override
        public int fewestCredits() {
            return 0;
        }
    }

    /** A credential from before, valid on the day and, where that is asked, not awarded too long ago. */
    record Credential(UUID credentialId, @Nullable Period within) implements Leaf {

        @Override
        public Timeline timeline(Held held) {
            return Timeline.of(held.attested().credentials().stream()
                    .filter(credential -> credential.credentialId().equals(credentialId))
                    .map(this::span)
                    .toList());
        }

        private int[] span(Attested.PriorCredential credential) {
            int expires = credential.expiresOn() == null ? Timeline.FOREVER : Timeline.day(credential.expiresOn());
            int tooOld = within == null
                    ? Timeline.FOREVER
                    : Timeline.day(credential.awardedOn().plus(within));
            return new int[] {Timeline.day(credential.awardedOn()), Math.min(expires, tooOld)};
        }

        @Override
        public Finding explain(Held held, Names names, int day) {
            String age = within == null ? "" : ", awarded within " + Periods.inWords(within);
            return Finding.leaf(
                    names.credential().apply(credentialId) + age,
                    held.attested().eventIds(),
                    timeline(held),
                    day);
        }

        @Override
        public int fewestCredits() {
            return 0;
        }
    }

    /** What holds for a time only, counted from each day on which it was reached. */
    record Expiring(Requirement requirement, Period validFor) implements Requirement {

        @Override
        public Timeline timeline(Held held) {
            return requirement.timeline(held).lasting(validFor);
        }

        @Override
        public Finding explain(Held held, Names names, int day) {
            Finding inner = requirement.explain(held, names, day);
            Explanation explained = inner.explanation();
            Timeline timeline = timeline(held);
            String valid = " (valid for " + Periods.inWords(validFor) + ")";
            String node = explained.node() + valid;
            if (!inner.isSatisfied()) {
                return new Finding(
                        explained.with(node, explained.status()),
                        inner.since(),
                        inner.until(),
                        inner.lack(),
                        inner.sentence());
            }
            String whole = explained.children().isEmpty()
                    ? node
                    : "it was reached, and valid for " + Periods.inWords(validFor) + " only";
            return Finding.of(
                    node,
                    explained.eventIds(),
                    explained.children(),
                    timeline,
                    day,
                    Finding.statusOf(timeline, day),
                    node,
                    whole);
        }

        @Override
        public int fewestCredits() {
            return requirement.fewestCredits();
        }

        @Override
        public Stream<Leaf> leaves() {
            return requirement.leaves();
        }
    }
}
