package org.dualtraining.progress.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dualtraining.progress.eligibility.Requirement.Competency;
import org.dualtraining.progress.eligibility.Requirement.Credential;
import org.jspecify.annotations.Nullable;

/** A certification's requirement rule: a pure function of what a plan holds and the day. */
public final class CertificationRule {

    private final Requirement root;
    private final int fewestCredits;

    private CertificationRule(Requirement root) {
        this.root = root;
        this.fewestCredits = root.fewestCredits();
    }

    static CertificationRule of(Requirement root) {
        return new CertificationRule(root);
    }

    /** @throws org.dualtraining.progress.event.Poison when it is not a rule that can be evaluated without guessing */
    public static CertificationRule read(JsonNode tree) {
        return of(RuleReader.read(tree, "/rule"));
    }

    /** What it comes to on a day, without words: for the many plans of which nobody asks why. */
    Standing standing(Held held, LocalDate today) {
        int day = Timeline.day(today);
        Timeline timeline = root.timeline(held);
        boolean isMet = timeline.isMetOn(day);
        LocalDate change = date(timeline.nextChange(day));
        return new Standing(
                isMet, isMet ? LocalDate.ofEpochDay(timeline.since(day)) : null, isMet ? change : null, change);
    }

    Finding explain(Held held, Names names, LocalDate today) {
        return root.explain(held, names, Timeline.day(today));
    }

    /** The first day from a day on that it is satisfied if nothing new becomes known; null when there is none. */
    @Nullable
    LocalDate firstFrom(Held held, LocalDate day) {
        return date(root.timeline(held).firstFrom(Timeline.day(day)));
    }

    /** With fewer held credits than this nobody satisfies it, whichever they are. */
    int fewestCredits() {
        return fewestCredits;
    }

    /** Whether more than credits decides. */
    boolean asksForAttested() {
        return root.leaves().anyMatch(leaf -> !(leaf instanceof Competency));
    }

    boolean asksForRatings() {
        return root.leaves().anyMatch(leaf -> leaf instanceof Competency asked && asked.minimumRating() != null);
    }

    Set<UUID> credentials() {
        return root.leaves()
                .flatMap(leaf -> leaf instanceof Credential asked ? Stream.of(asked.credentialId()) : Stream.empty())
                .collect(Collectors.toSet());
    }

    private static @Nullable LocalDate date(int day) {
        return day == Timeline.FOREVER ? null : LocalDate.ofEpochDay(day);
    }

    /**
     * What a rule comes to on a day.
     *
     * @param since the day the last credit that was needed was completed; null when not satisfied
     * @param until the first day on which it is no longer satisfied; null when not satisfied or lasting
     * @param changesOn the first day on which it comes to something else although nothing new becomes known; null when
     *     there is none
     */
    record Standing(
            boolean isSatisfied,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable LocalDate changesOn) {}
}
