package org.dualtraining.progress.smallgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SafeFigureTest {

    private static final UUID NURSE = new UUID(0, 1);
    private static final UUID CODER = new UUID(0, 2);

    @Test
    void ten_are_shown_and_nine_are_not() {
        Shown people = people(table(new int[][] {{10, 0}, {15, 0}, {20, 0}}));
        assertThat(people.isShown(employer(0))).isTrue();
        assertThat(people(table(new int[][] {{9, 0}})).isShown(atom -> true)).isFalse();
    }

    @Test
    void a_lone_small_employer_takes_the_next_one_with_it() {
        Shown people = people(table(new int[][] {{4, 0}, {12, 0}, {30, 0}}));
        assertThat(people.isShown(employer(0))).isFalse();
        assertThat(people.isShown(employer(1))).isFalse();
        assertThat(people.isShown(employer(2))).isTrue();
        assertThat(people.isShown(atom -> true)).isTrue();
    }

    @Test
    void an_employer_is_hidden_whose_people_of_one_occupation_are_few() {
        Shown people = people(table(new int[][] {{20, 3}, {20, 11}, {20, 40}}));
        // 23 in all, but the filter by occupation would tell the three by subtraction
        assertThat(people.isShown(employer(0))).isFalse();
        assertThat(people.isShown(employer(1))).isFalse();
        assertThat(people.isShown(employer(2))).isTrue();
        assertThat(people.isShown(occupation(NURSE))).isTrue();
        assertThat(people.isShown(employer(1).and(occupation(NURSE)))).isTrue();
    }

    @Test
    void a_small_occupation_hides_another() {
        Shown people = people(table(new int[][] {{20, 3}, {20, 0}}));
        assertThat(people.isShown(occupation(CODER))).isFalse();
        assertThat(people.isShown(occupation(NURSE))).isFalse();
        assertThat(people.isShown(atom -> true)).isTrue();
    }

    @Test
    void nothing_is_asked_of_nobody() {
        assertThat(people(table(new int[][] {{3, 0}})).isShown(atom -> false)).isTrue();
    }

    /** Every set of atoms that is a sum and difference of answers holds nobody, or ten. */
    @Test
    void no_small_group_follows_from_any_sum_and_difference_of_answers() {
        long seed = new Random().nextLong();
        System.out.println("SafeFigureTest seed " + seed);
        Random random = new Random(seed);
        int shown = 0;
        for (int round = 0; round < 3_000; round++) {
            int employers = 1 + random.nextInt(4);
            int[][] counts = new int[employers][2];
            for (int[] row : counts) {
                row[0] = random.nextInt(3) == 0 ? 0 : random.nextInt(25);
                row[1] = random.nextInt(3) == 0 ? 0 : random.nextInt(25);
            }
            Map<Atom, Long> table = table(counts);
            List<Atom> atoms = new ArrayList<>(table.keySet());
            Shown safe = people(table, new SecretOrder(new UUID(seed, round)));
            List<double[]> answers = new ArrayList<>();
            for (Predicate<Atom> asked : questions(employers)) {
                if (safe.isShown(asked)) {
                    answers.add(atoms.stream()
                            .mapToDouble(atom -> asked.test(atom) ? 1 : 0)
                            .toArray());
                }
            }
            shown += answers.size();
            int rank = rank(answers);
            for (int subset = 1; subset < 1 << atoms.size(); subset++) {
                int bits = subset;
                long people = 0;
                double[] group = new double[atoms.size()];
                for (int i = 0; i < group.length; i++) {
                    if ((bits >> i & 1) == 1) {
                        group[i] = 1;
                        people += table.getOrDefault(atoms.get(i), 0L);
                    }
                }
                if (people > 0 && people < 10) {
                    List<double[]> more = new ArrayList<>(answers);
                    more.add(group);
                    assertThat(rank(more)).as("%s in %s", people, table).isGreaterThan(rank);
                }
            }
        }
        assertThat(shown).isGreaterThan(10_000);
    }

    /** Who knows all but the secret, and tries all tables, still finds several that look the same. */
    @Test
    void who_knows_the_rules_cannot_tell_a_small_group_either() {
        Map<String, List<int[]>> looksLike = new HashMap<>();
        for (int code = 0; code < 24 * 24 * 24; code++) {
            int[] counts = {code % 24, code / 24 % 24, code / 24 / 24};
            Map<Atom, Long> table = table(new int[][] {{counts[0], 0}, {counts[1], 0}, {counts[2], 0}});
            for (int secret = 0; secret < 8; secret++) {
                Shown safe = people(table, new SecretOrder(new UUID(7, secret)));
                StringBuilder answers = new StringBuilder();
                for (Predicate<Atom> asked : questions(3)) {
                    answers.append(safe.isShown(asked) ? sum(table, asked) : "?")
                            .append(' ');
                }
                looksLike
                        .computeIfAbsent(answers.toString(), key -> new ArrayList<>())
                        .add(counts);
            }
        }
        looksLike.forEach((answers, tables) -> {
            for (int employer = 0; employer < 3; employer++) {
                Set<Integer> possible = new HashSet<>();
                for (int[] counts : tables) {
                    possible.add(counts[employer]);
                }
                if (possible.size() == 1) {
                    assertThat(Least.allows(possible.iterator().next()))
                            .as(answers)
                            .isTrue();
                }
            }
        });
    }

    private static Shown people(Map<Atom, Long> table) {
        return people(table, new SecretOrder(NURSE));
    }

    private static Shown people(Map<Atom, Long> table, SecretOrder order) {
        Map<Atom, long[]> groups = new LinkedHashMap<>();
        table.forEach((atom, count) -> groups.put(atom, new long[] {count}));
        SafeFigure safe = SafeFigure.of(groups, order);
        return asked -> safe.isShown(table.keySet().stream().filter(asked).toList());
    }

    private static Map<Atom, Long> table(int[][] counts) {
        Map<Atom, Long> table = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            table.put(new Atom(new UUID(9, i), NURSE), (long) counts[i][0]);
            table.put(new Atom(new UUID(9, i), CODER), (long) counts[i][1]);
        }
        return table;
    }

    private static List<Predicate<Atom>> questions(int employers) {
        List<Predicate<Atom>> questions = new ArrayList<>(List.of(atom -> true, occupation(NURSE), occupation(CODER)));
        for (int i = 0; i < employers; i++) {
            questions.add(employer(i));
            questions.add(employer(i).and(occupation(NURSE)));
            questions.add(employer(i).and(occupation(CODER)));
        }
        return questions;
    }

    private static Predicate<Atom> employer(int index) {
        return atom -> atom.employerId().equals(new UUID(9, index));
    }

    private static Predicate<Atom> occupation(UUID id) {
        return atom -> atom.occupationId().equals(id);
    }

    private static long sum(Map<Atom, Long> table, Predicate<Atom> asked) {
        return table.entrySet().stream()
                .filter(entry -> asked.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static int rank(List<double[]> rows) {
        List<double[]> left = new ArrayList<>();
        rows.forEach(row -> left.add(row.clone()));
        int rank = 0;
        int width = rows.isEmpty() ? 0 : rows.get(0).length;
        for (int column = 0; column < width; column++) {
            int pivot = rank;
            while (pivot < left.size() && Math.abs(left.get(pivot)[column]) < 1e-9) {
                pivot++;
            }
            if (pivot == left.size()) {
                continue;
            }
            double[] row = left.remove(pivot);
            left.add(rank, row);
            for (int i = 0; i < left.size(); i++) {
                double[] other = left.get(i);
                if (i != rank && Math.abs(other[column]) > 1e-9) {
                    double factor = other[column] / row[column];
                    for (int k = 0; k < width; k++) {
                        other[k] -= factor * row[k];
                    }
                }
            }
            rank++;
        }
        return rank;
    }

    /** Whether an answer is shown. */
    private interface Shown {

        boolean isShown(Predicate<Atom> asked);
    }
}
