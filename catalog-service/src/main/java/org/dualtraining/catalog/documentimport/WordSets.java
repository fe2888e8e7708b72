package org.dualtraining.catalog.documentimport;

import java.util.HashMap;
import java.util.Map;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/** The words of texts that are compared with each other, each as a number, so that a comparison is a walk along two lists. */
final class WordSets {

    /** What is alike is so in its first words; a comparison of whole pages takes long, and there may be a million. */
    private static final int MOST_WORDS = 100;

    private final Map<String, Integer> numbers = new HashMap<>();

    int[] of(@Nullable String text) {
        return text == null
                ? new int[0]
                : Names.words(text).stream()
                        .distinct()
                        .limit(MOST_WORDS)
                        .mapToInt(word -> numbers.computeIfAbsent(word, w -> numbers.size()))
                        .sorted()
                        .toArray();
    }

    /** Words in both, as a part of the words in either. */
    static double inCommon(int[] one, int[] other) {
        int both = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            int order = Integer.compare(one[i], other[j]);
            both += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        int either = one.length + other.length - both;
        return either == 0 ? 0 : (double) both / either;
    }
}
