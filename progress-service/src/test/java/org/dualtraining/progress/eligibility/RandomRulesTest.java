package org.dualtraining.progress.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dualtraining.progress.eligibility.Explanation.Status;
import org.junit.jupiter.api.Test;

/** Rules at random, held against a model of them. What fails names the seed that makes it again. */
class RandomRulesTest {

    private static final int FIRST_DAY = Timeline.day(RandomRule.FIRST);
    private static final int RULES = 500;
    private static final Names NAMES = new Names(Object::toString, Object::toString);

    private final long first = Long.getLong("rules.seed", System.nanoTime());

    @Test
    void a_rule_is_met_on_exactly_the_days_of_the_model() {
        for (long seed = first; seed < first + RULES; seed++) {
            RandomRule random = new RandomRule(seed);
            Requirement rule = random.tree(3);
            Held held = random.evidence();
            assertThat(days(rule.timeline(held)))
                    .as("seed %d: %s over %s", seed, rule, held)
                    .isEqualTo(model(rule, held));
        }
    }

    @Test
    void what_is_said_on_one_day_is_found_on_the_others() {
        for (long seed = first; seed < first + RULES; seed++) {
            RandomRule random = new RandomRule(seed);
            Requirement rule = random.tree(3);
            Held held = random.evidence();
            boolean[] met = model(rule, held);
            for (int day = 0; day < RandomRule.DAYS; day++) {
                Finding finding = rule.explain(held, NAMES, FIRST_DAY + day);
                require(
                        finding.isSatisfied() == met[day] && finding.lack().isEmpty() == met[day],
                        seed,
                        day,
                        rule,
                        held);
                if (met[day]) {
                    require(isStretch(finding, met, day), seed, day, rule, held);
                }
            }
        }
    }

    /** From its first day to the day before its end it is met, and neither before nor on its end. */
    private static boolean isStretch(Finding finding, boolean[] met, int day) {
        int since = index(Objects.requireNonNull(finding.since()));
        int until = finding.until() == null ? RandomRule.DAYS : Math.min(RandomRule.DAYS, index(finding.until()));
        boolean isMet = since <= day && day < until;
        for (int other = since; isMet && other < until; other++) {
            isMet = met[other];
        }
        return isMet && (since == 0 || !met[since - 1]) && (until == RandomRule.DAYS || !met[until]);
    }

    @Test
    void the_day_of_the_next_change_is_the_first_that_differs() {
        for (long seed = first; seed < first + RULES; seed++) {
            RandomRule random = new RandomRule(seed);
            Requirement rule = random.tree(3);
            Held held = random.evidence();
            boolean[] met = model(rule, held);
            Timeline timeline = rule.timeline(held);
            for (int day = 0; day < RandomRule.DAYS; day++) {
                int next = day + 1;
                while (next < RandomRule.DAYS && met[next] == met[day]) {
                    next++;
                }
                int said = Math.min(timeline.nextChange(FIRST_DAY + day) - FIRST_DAY, RandomRule.DAYS);
                require(said == next, seed, day, rule, held);
            }
        }
    }

    @Test
    void more_evidence_never_takes_a_day_away() {
        for (long seed = first; seed < first + RULES; seed++) {
            RandomRule random = new RandomRule(seed);
            Requirement rule = random.tree(3);
            Held held = random.evidence();
            boolean[] before = days(rule.timeline(held));
            Held more = random.more(held);
            boolean[] after = days(rule.timeline(more));
            for (int day = 0; day < RandomRule.DAYS; day++) {
                require(after[day] || !before[day], seed, day, rule, more);
            }
        }
    }

    @Test
    void nobody_satisfies_a_rule_with_fewer_credits_than_it_needs() {
        List<Integer> bounds = new ArrayList<>();
        for (long seed = first; seed < first + 5 * RULES; seed++) {
            RandomRule random = new RandomRule(seed);
            Requirement rule = random.tree(3);
            Held held = random.evidence();
            bounds.add(rule.fewestCredits());
            if (held.credits().size() < rule.fewestCredits()) {
                assertThat(days(rule.timeline(held)))
                        .as("seed %d: %s", seed, rule)
                        .containsOnly(false);
            }
        }
        assertThat(bounds).as("seed %d", first).contains(0, 1, 2, 3);
    }

    @Test
    void only_what_was_there_counts_as_expired_in_a_leaf() {
        for (long seed = first; seed < first + RULES; seed++) {
            RandomRule random = new RandomRule(seed);
            Requirement rule = random.tree(0);
            Held held = random.evidence();
            boolean[] met = model(rule, held);
            boolean wasMet = false;
            for (int day = 0; day < RandomRule.DAYS; day++) {
                wasMet |= met[day];
                Status status =
                        rule.explain(held, NAMES, FIRST_DAY + day).explanation().status();
                Status right = met[day] ? Status.SATISFIED : wasMet ? Status.EXPIRED : Status.MISSING;
                require(status == right, seed, day, rule, held);
            }
        }
    }

    /** Words are only made for what fails: there are millions of days. */
    private static void require(boolean isRight, long seed, int day, Requirement rule, Held held) {
        if (!isRight) {
            throw new AssertionError("-Drules.seed=" + seed + " day " + day + ": " + rule + " over " + held);
        }
    }

    private static boolean[] model(Requirement rule, Held held) {
        RuleModel model = new RuleModel(held);
        boolean[] days = new boolean[RandomRule.DAYS];
        for (int day = 0; day < days.length; day++) {
            days[day] = model.isMet(rule, RandomRule.FIRST.plusDays(day));
        }
        return days;
    }

    private static boolean[] days(Timeline timeline) {
        boolean[] days = new boolean[RandomRule.DAYS];
        for (int day = 0; day < days.length; day++) {
            days[day] = timeline.isMetOn(FIRST_DAY + day);
        }
        return days;
    }

    private static int index(LocalDate day) {
        return Timeline.day(day) - FIRST_DAY;
    }
}
