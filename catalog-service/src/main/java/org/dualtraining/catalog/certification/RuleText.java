package org.dualtraining.catalog.certification;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dualtraining.catalog.certification.RequirementRule.AtLeast;
import org.dualtraining.catalog.certification.RequirementRule.Hours;
import org.dualtraining.catalog.framework.Delivery;
import org.jspecify.annotations.Nullable;

/** A checked rule in plain words: "all of A, B rated at least 3, and either C or D; valid for 2 years". */
final class RuleText {

    private final Map<UUID, String> names;

    private RuleText(Map<UUID, String> names) {
        this.names = names;
    }

    /** @param names of competencies and certifications by id */
    static String of(RequirementRule rule, Map<UUID, String> names) {
        String text = new RuleText(names).node(rule);
        return rule.validFor() == null ? text : text + "; valid for " + words(rule.validFor());
    }

    private String node(RequirementRule node) {
        AtLeast atLeast = node.atLeast();
        Hours hours = node.hours();
        if (node.allOf() != null) {
            return group("all of ", "", node.allOf(), "and");
        }
        if (node.anyOf() != null) {
            return group(node.anyOf().size() == 2 ? "either " : "any of ", "", node.anyOf(), "or");
        }
        if (atLeast != null) {
            return group("at least " + atLeast.n() + " of ", "at least 1 of ", atLeast.of(), "and");
        }
        if (hours != null) {
            return String.format(
                    Locale.ROOT,
                    "at least %,d hours %s",
                    hours.minimum(),
                    hours.delivery() == Delivery.ON_THE_JOB ? "on the job" : "of related instruction");
        }
        return leaf(node);
    }

    private String leaf(RequirementRule node) {
        String name = names.getOrDefault(Objects.requireNonNullElse(node.competency(), node.credential()), "");
        String subject = node.credential() == null ? name : "the certification " + name;
        String rating = node.minimumRating() == null ? "" : " rated at least " + node.minimumRating();
        return subject + rating + (node.within() == null ? "" : " within the last " + words(node.within()));
    }

    /** Only the last part may be a group without brackets: before another part it would not be clear where it ends. */
    private String group(
            String many, String one, @Nullable List<@Nullable RequirementRule> members, String conjunction) {
        List<RequirementRule> parts = present(members);
        if (parts.size() == 1) {
            return one + node(parts.get(0));
        }
        int last = parts.size() - 1;
        String before = IntStream.range(0, last)
                .mapToObj(i -> isGroup(parts.get(i)) ? "(" + node(parts.get(i)) + ")" : node(parts.get(i)))
                .collect(Collectors.joining(", "));
        return many + before + (last == 1 ? " " : ", ") + conjunction + " " + node(parts.get(last));
    }

    private static boolean isGroup(RequirementRule node) {
        return node.allOf() != null || node.anyOf() != null || node.atLeast() != null;
    }

    private static List<RequirementRule> present(@Nullable List<@Nullable RequirementRule> members) {
        List<RequirementRule> present = new ArrayList<>();
        if (members != null) {
            for (RequirementRule member : members) {
                if (member != null) {
                    present.add(member);
                }
            }
        }
        return present;
    }

    private static String words(String period) {
        Period parsed = Period.parse(period);
        return Stream.of(
                        words(parsed.getYears(), "year"),
                        words(parsed.getMonths(), "month"),
                        words(parsed.getDays(), "day"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String words(int number, String unit) {
        return number == 0 ? "" : number + " " + unit + (number == 1 ? "" : "s");
    }
}
