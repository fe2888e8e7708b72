package org.dualtraining.catalog.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Acronyms, and the words in title case that they stand for. */
final class Acronyms {

    /** Two to six capitals as a word of their own, in singular or plural: EHR, EHRs. */
    static final Pattern ACRONYM = Pattern.compile("\\b(\\p{Lu}{2,6})s?\\b");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern TITLE_CASE = Pattern.compile("\\p{Lu}\\p{Ll}+");
    private static final int LONGEST = 6;

    private Acronyms() {}

    /** The initials of every run of two to six words in title case: "Electronic Health Records" gives EHR. */
    static Set<String> initialsIn(String text) {
        Set<String> initials = new HashSet<>();
        List<String> run = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (!TITLE_CASE.matcher(word.group()).matches()) {
                run.clear();
                continue;
            }
            run.add(word.group());
            for (int from = Math.max(0, run.size() - LONGEST); from < run.size() - 1; from++) {
                initials.add(initials(run.subList(from, run.size())));
            }
        }
        return initials;
    }

    static String initials(List<String> words) {
        return words.stream()
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    static boolean areAnagrams(String one, String other) {
        return !one.equals(other) && sorted(one).equals(sorted(other));
    }

    private static List<Integer> sorted(String text) {
        return text.codePoints().boxed().sorted(Comparator.naturalOrder()).toList();
    }
}
