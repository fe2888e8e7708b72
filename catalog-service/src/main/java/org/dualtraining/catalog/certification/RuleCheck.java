package org.dualtraining.catalog.certification;

import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.dualtraining.catalog.certification.RequirementRule.AtLeast;
import org.dualtraining.catalog.certification.RequirementRule.Hours;
import org.dualtraining.kit.problem.Malformed;
import org.dualtraining.kit.problem.Problem.Violation;
import org.dualtraining.kit.problem.Unprocessable;
import org.jspecify.annotations.Nullable;

/**
 * Whether a rule can be evaluated: every place that is wrong, by JSON pointer. A wrong shape is 400, a rule that makes no
 * sense in its framework 422. Nesting is bounded where JSON is read (20 levels, which are 10 of a rule).
 */
final class RuleCheck {

    private static final int MOST_NODES = 500;
    private static final int MOST_HOURS = 1_000_000;
    private static final int BEST_RATING = 4;
    private static final int MOST_MONTHS = 1_200;
    private static final int MOST_DAYS = 36_500;
    private static final String KINDS = "allOf, anyOf, atLeast, competency, hours and credential";

    private final Known known;
    private final List<Violation> shape = new ArrayList<>();
    private final List<Violation> sense = new ArrayList<>();
    private int nodes;

    private RuleCheck(Known known) {
        this.known = known;
    }

    /**
     * What a rule may name.
     *
     * @param competencies those of the framework
     * @param certifications all
     * @param own the certification that the rule is for
     * @param needingOwn the certifications that need it, directly or through others
     */
    record Known(Set<UUID> competencies, Set<UUID> certifications, UUID own, Set<UUID> needingOwn) {}

    /** Refuses a rule that cannot be evaluated. */
    static void check(RequirementRule rule, Known known) {
        RuleCheck check = new RuleCheck(known);
        check.node(rule, "");
        check.period(rule.validFor(), "/validFor");
        if (check.nodes > MOST_NODES) {
            check.sense.add(new Violation("", "must have at most " + MOST_NODES + " nodes"));
        }
        if (!check.shape.isEmpty()) {
            throw new Malformed("The rule is not built as documented: see errors.", check.shape);
        }
        if (!check.sense.isEmpty()) {
            throw new Unprocessable("The rule cannot be evaluated: see errors.", check.sense);
        }
    }

    private void node(@Nullable RequirementRule node, String at) {
        nodes++;
        if (nodes > MOST_NODES) {
            // refused anyway: no further errors, and no work for each of a million
            return;
        }
        if (node == null) {
            shape.add(new Violation(at, "must be an object with exactly one of " + KINDS));
            return;
        }
        long kinds = Stream.of(
                        node.allOf(), node.anyOf(), node.atLeast(), node.competency(), node.hours(), node.credential())
                .filter(Objects::nonNull)
                .count();
        if (kinds != 1) {
            shape.add(new Violation(at, "must have exactly one of " + KINDS));
        }
        if (node.validFor() != null && !at.isEmpty()) {
            shape.add(new Violation(at + "/validFor", "stands at the top of a rule only"));
        }
        group(node.allOf(), at + "/allOf");
        group(node.anyOf(), at + "/anyOf");
        atLeast(node.atLeast(), at + "/atLeast");
        hours(node.hours(), at + "/hours");
        leaf(node, at);
    }

    private void group(@Nullable List<@Nullable RequirementRule> members, String at) {
        if (members == null) {
            return;
        }
        if (members.isEmpty()) {
            sense.add(new Violation(at, "must hold at least one requirement"));
        }
        for (int i = 0; i < members.size(); i++) {
            node(members.get(i), at + "/" + i);
        }
    }

    private void atLeast(@Nullable AtLeast atLeast, String at) {
        if (atLeast == null) {
            return;
        }
        Integer n = atLeast.n();
        List<@Nullable RequirementRule> of = atLeast.of();
        if (n == null || of == null) {
            shape.add(new Violation(at, "must have n and of"));
            return;
        }
        group(of, at + "/of");
        Set<RequirementRule> distinct = new HashSet<>();
        for (int i = 0; i < Math.min(of.size(), MOST_NODES); i++) {
            RequirementRule member = of.get(i);
            if (member != null && !distinct.add(unwrapped(member))) {
                sense.add(new Violation(at + "/of/" + i, "must not count a requirement twice"));
            }
        }
        if (n < 1 || n > distinct.size()) {
            sense.add(new Violation(at + "/n", "must be from 1 to the number of different requirements in of"));
        }
    }

    /** A group of one is that one. */
    private static RequirementRule unwrapped(RequirementRule node) {
        List<@Nullable RequirementRule> members = node.allOf() == null ? node.anyOf() : node.allOf();
        RequirementRule only = members == null || members.size() != 1 ? null : members.get(0);
        return only == null ? node : unwrapped(only);
    }

    private void hours(@Nullable Hours hours, String at) {
        if (hours == null) {
            return;
        }
        Integer minimum = hours.minimum();
        if (minimum == null || hours.delivery() == null) {
            shape.add(new Violation(at, "must have delivery and minimum"));
        } else if (minimum < 1 || minimum > MOST_HOURS) {
            sense.add(new Violation(at + "/minimum", "must be from 1 to " + MOST_HOURS));
        }
    }

    private void leaf(RequirementRule node, String at) {
        Integer rating = node.minimumRating();
        if (rating != null && node.competency() == null) {
            shape.add(new Violation(at + "/minimumRating", "goes with competency only"));
        } else if (rating != null && (rating < 0 || rating > BEST_RATING)) {
            sense.add(new Violation(at + "/minimumRating", "must be from 0 to " + BEST_RATING));
        }
        if (node.within() != null && node.competency() == null && node.credential() == null) {
            shape.add(new Violation(at + "/within", "goes with competency or credential only"));
        }
        period(node.within(), at + "/within");
        if (node.competency() != null && !known.competencies().contains(node.competency())) {
            sense.add(
                    new Violation(
                            at + "/competency",
                            "must be a competency of a published version, or of the newest draft, of the certification's framework"));
        }
        credential(node.credential(), at + "/credential");
    }

    private void credential(@Nullable UUID credential, String at) {
        if (credential == null) {
            return;
        }
        if (credential.equals(known.own()) || !known.certifications().contains(credential)) {
            sense.add(new Violation(at, "must be another certification of the catalog"));
        } else if (known.needingOwn().contains(credential)) {
            sense.add(new Violation(
                    at, "must not be a certification that needs this one itself, directly or through others"));
        }
    }

    private void period(@Nullable String text, String at) {
        if (text == null) {
            return;
        }
        try {
            Period period = Period.parse(text);
            boolean isPositive = !period.isZero() && !period.isNegative();
            if (!isPositive || period.toTotalMonths() > MOST_MONTHS || period.getDays() > MOST_DAYS) {
                sense.add(new Violation(at, "must be longer than nothing and at most a hundred years"));
            }
        } catch (DateTimeException e) {
            shape.add(new Violation(at, "must be an ISO period such as P2Y or P18M"));
        }
    }
}
