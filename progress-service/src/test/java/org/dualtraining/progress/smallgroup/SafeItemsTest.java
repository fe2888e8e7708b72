package org.dualtraining.progress.smallgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SafeItemsTest {

    private static final UUID OCCUPATION = new UUID(0, 1);

    @Test
    void a_small_item_takes_the_smallest_other_with_it() {
        SafeItems<String> items = ofOneEmployer(46, Map.of("a", 30L, "b", 12L, "c", 4L));
        assertThat(items.isShown("a", List.of(atom(0)))).isTrue();
        assertThat(items.isShown("b", List.of(atom(0)))).isFalse();
        assertThat(items.isShown("c", List.of(atom(0)))).isFalse();
    }

    @Test
    void items_that_are_small_together_take_a_third_with_them() {
        SafeItems<String> items = ofOneEmployer(40, Map.of("a", 36L, "b", 3L, "c", 1L));
        for (String item : List.of("a", "b", "c")) {
            assertThat(items.isShown(item, List.of(atom(0)))).isFalse();
        }
    }

    @Test
    void an_empty_item_is_shown_and_hides_nothing() {
        SafeItems<String> items = ofOneEmployer(27, Map.of("a", 24L, "b", 3L, "c", 0L));
        assertThat(items.isShown("c", List.of(atom(0)))).isTrue();
        assertThat(items.isShown("a", List.of(atom(0)))).isFalse();
    }

    /**
     * Items of people (two groups each: with it, and without it). Whatever employers are asked for and subtracted, an item
     * that is shown tells of no small group, and neither does the rest of a total.
     */
    @Test
    void no_small_group_follows_from_the_difference_of_any_two_answers() {
        long seed = new Random().nextLong();
        System.out.println("SafeItemsTest seed " + seed);
        Random random = new Random(seed);
        int shown = 0;
        for (int round = 0; round < 3_000; round++) {
            int employers = 1 + random.nextInt(4);
            Map<Atom, Long> people = new LinkedHashMap<>();
            Map<Integer, Map<Atom, long[]>> groups = new TreeMap<>();
            for (int e = 0; e < employers; e++) {
                long count = random.nextInt(60);
                people.put(atom(e), count);
                for (int item = 0; item < 3; item++) {
                    long with = random.nextBoolean() ? count : random.nextInt((int) count + 1);
                    groups.computeIfAbsent(item, i -> new LinkedHashMap<>())
                            .put(atom(e), new long[] {with, count - with});
                }
            }
            SafeItems<Integer> safe = SafeItems.of(people, groups, new SecretOrder(new UUID(seed, round)));
            for (int first = 1; first < 1 << employers; first++) {
                for (int second = 0; second < first; second++) {
                    if ((first & second) != second || !shows(safe, first) || (second > 0 && !shows(safe, second))) {
                        continue;
                    }
                    shown++;
                    int difference = first & ~second;
                    List<long[]> hidden = new ArrayList<>();
                    for (int item = 0; item < 3; item++) {
                        long[] sums = sums(groups.getOrDefault(item, Map.of()), difference);
                        if (safe.isShown(item, asked(first)) && (second == 0 || safe.isShown(item, asked(second)))) {
                            assertThat(Least.allowsAll(sums))
                                    .as("item %s of %s", item, difference)
                                    .isTrue();
                        } else {
                            hidden.add(sums);
                        }
                    }
                    for (int column = 0; column < 2; column++) {
                        int at = column;
                        long largest = hidden.stream()
                                .mapToLong(sums -> sums[at])
                                .max()
                                .orElse(0);
                        assertThat(Least.allows(largest))
                                .as("the rest of %s", difference)
                                .isTrue();
                    }
                }
            }
        }
        assertThat(shown).isGreaterThan(500);
    }

    private static boolean shows(SafeItems<Integer> safe, int employers) {
        return safe.isShown(0, asked(employers))
                || safe.isShown(1, asked(employers))
                || safe.isShown(2, asked(employers));
    }

    private static long[] sums(Map<Atom, long[]> numbers, int employers) {
        return numbers.entrySet().stream()
                .filter(entry -> asked(employers).contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(new long[2], Partition::sum);
    }

    private static List<Atom> asked(int employers) {
        return IntStream.range(0, 4)
                .filter(employer -> (employers >> employer & 1) == 1)
                .mapToObj(SafeItemsTest::atom)
                .toList();
    }

    private static Atom atom(int employer) {
        return new Atom(new UUID(9, employer), OCCUPATION);
    }

    private static SafeItems<String> ofOneEmployer(long people, Map<String, Long> counts) {
        Map<String, Map<Atom, long[]>> groups = new TreeMap<>();
        counts.forEach((item, count) -> groups.put(item, Map.of(atom(0), new long[] {count})));
        return SafeItems.of(Map.of(atom(0), people), groups, new SecretOrder(OCCUPATION));
    }
}
