package org.dualtraining.catalog.certification;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dualtraining.catalog.certification.RequirementRule.AtLeast;
import org.dualtraining.catalog.certification.RequirementRule.Hours;
import org.dualtraining.catalog.framework.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * A checked rule in plain words: "all of: A, B (rated 3 or better), and either C or D; valid for 2 years". A group is
 * bracketed where it would not be clear how far it goes, what is asked of one member stands in brackets behind it, and a
 * name is quoted where it reads like several or like a word of the rule.
 */
final class RuleText {

    private static final int BEST_RATING = 4;
    private static final Pattern READS_LIKE_RULE = Pattern.compile(
            "[,;:\\u201c\\u201d]|\\b(?:and|or|either|(?:all|any|at least [0-9]+) of|rated|within the last|valid for"
                    + "|the certification)\\b",
            Pattern.CASE_INSENSITIVE);

    /** "Process Release of Information (ROI)" is one name. */
    private static final Pattern ABBREVIATION = Pattern.compile(" \\([^()\\s]+\\)$");

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
            return group("all of: ", "", node.allOf(), "and");
        }
        if (node.anyOf() != null) {
            return group(node.anyOf().size() == 2 ? "either " : "any of: ", "", node.anyOf(), "or");
        }
        if (atLeast != null) {
            return group("at least " + atLeast.n() + " of: ", "", atLeast.of(), "and");
        }
        if (hours != null) {
            int minimum = Objects.requireNonNull(hours.minimum());
            return String.format(
                    Locale.ROOT,
                    "at least %,d hour%s %s",
                    minimum,
                    minimum == 1 ? "" : "s",
                    hours.delivery() == Delivery.ON_THE_JOB ? "on the job" : "of related instruction");
        }
        return leaf(node);
    }

    private String leaf(RequirementRule node) {
        String name = names.getOrDefault(Objects.requireNonNullElse(node.competency(), node.credential()), "");
        String subject = node.credential() == null ? quoted(name) : "the certification " + quoted(name);
        String asked = Stream.of(rating(node.minimumRating()), node.within() == null ? "" : window(node.within()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return asked.isEmpty() ? subject : subject + " (" + asked + ")";
    }

    private static String quoted(String name) {
        String whole = ABBREVIATION.matcher(name).replaceFirst("");
        boolean isUnclear = READS_LIKE_RULE.matcher(name).find() || whole.indexOf('(') >= 0 || whole.indexOf(')') >= 0;
        return isUnclear ? "\u201c" + name + "\u201d" : name;
    }

    private static String rating(@Nullable Integer minimum) {
        if (minimum == null) {
            return "";
        }
        return "rated " + minimum + (minimum < BEST_RATING ? " or better" : "");
    }

    private static String window(String period) {
        String words = words(period);
        return "within the last " + (words.startsWith("1 ") && !words.contains(" and ") ? words.substring(2) : words);
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
        List<String> parts = Stream.of(
                        words(parsed.getYears(), "year"),
                        words(parsed.getMonths(), "month"),
                        words(parsed.getDays(), "day"))
                .filter(part -> !part.isEmpty())
                .toList();
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    private static String words(int number, String unit) {
        return number == 0 ? "" : number + " " + unit + (number == 1 ? "" : "s");
    }
}
