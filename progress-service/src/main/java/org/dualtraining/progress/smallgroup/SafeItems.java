package org.dualtraining.progress.smallgroup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures of items that add up to a total which is known: statuses, providers, competencies, weeks. As many items are
 * hidden as it takes that the total minus those that are shown tells of no small group either, and then all items are shown
 * of whole blocks of apprentices only.
 */
public final class SafeItems<K> {

    private final List<K> items = new ArrayList<>();
    private final Partition partition;

    private SafeItems(Partition partition) {
        this.partition = partition;
    }

    /**
     * Decides it of all items and apprentices at once.
     *
     * @param people of each atom
     * @param groups of each item and atom the sizes of all groups that the item's figures tell of
     */
    public static <K> SafeItems<K> of(Map<Atom, Long> people, Map<K, Map<Atom, long[]>> groups, SecretOrder order) {
        int width = groups.values().stream()
                .flatMap(atoms -> atoms.values().stream())
                .mapToInt(numbers -> numbers.length)
                .findAny()
                .orElse(0);
        Map<K, long[]> totals = new HashMap<>();
        groups.forEach(
                (item, atoms) -> totals.put(item, atoms.values().stream().reduce(new long[width], Partition::sum)));
        List<K> shown = new ArrayList<>();
        List<K> hidden = new ArrayList<>();
        totals.forEach((item, numbers) -> (Least.allowsAll(numbers) ? shown : hidden).add(item));
        shown.sort(Comparator.comparing(item -> order.of(item.toString(), size(item, totals))));
        while (!restMayBeKnown(hidden, totals, width) && !shown.isEmpty()) {
            hidden.add(smallest(shown, totals));
        }
        List<K> all = new ArrayList<>(shown);
        all.addAll(hidden);
        Map<Atom, long[]> numbers = new HashMap<>();
        people.forEach((atom, count) -> numbers.put(atom, row(atom, count, all, groups, width)));
        Partition partition = Partition.of(numbers, row -> isSafe(row, shown.size(), width), order);
        SafeItems<K> safe = new SafeItems<>(partition);
        safe.items.addAll(shown);
        return safe;
    }

    public boolean isShown(K item, Collection<Atom> asked) {
        return items.contains(item) && partition.shows(asked);
    }

    private static <K> long size(K item, Map<K, long[]> totals) {
        long[] numbers = totals.getOrDefault(item, new long[0]);
        return numbers.length == 0 ? 0 : numbers[0];
    }

    /** The smallest that is not empty: hiding nothing hides nothing. */
    private static <K> K smallest(List<K> shown, Map<K, long[]> totals) {
        for (int i = 0; i < shown.size(); i++) {
            if (size(shown.get(i), totals) > 0) {
                return shown.remove(i);
            }
        }
        return shown.remove(0);
    }

    /** A group of the rest is at least as large as the largest among the hidden items. */
    private static <K> boolean restMayBeKnown(List<K> hidden, Map<K, long[]> totals, int width) {
        for (int column = 0; column < width; column++) {
            int at = column;
            long largest = hidden.stream()
                    .mapToLong(item -> totals.getOrDefault(item, new long[width])[at])
                    .max()
                    .orElse(0);
            if (!Least.allows(largest)) {
                return false;
            }
        }
        return true;
    }

    /** How many people, and then the groups of each item. */
    private static <K> long[] row(Atom atom, long people, List<K> all, Map<K, Map<Atom, long[]>> groups, int width) {
        long[] row = new long[1 + all.size() * width];
        row[0] = people;
        for (int i = 0; i < all.size(); i++) {
            long[] numbers = groups.getOrDefault(all.get(i), Map.of()).getOrDefault(atom, new long[width]);
            System.arraycopy(numbers, 0, row, 1 + i * width, width);
        }
        return row;
    }

    private static boolean isSafe(long[] row, int shown, int width) {
        if (!Least.allowsAll(Arrays.copyOf(row, 1 + shown * width))) {
            return false;
        }
        for (int column = 0; column < width; column++) {
            long largest = 0;
            for (int i = 1 + shown * width + column; i < row.length; i += width) {
                largest = Math.max(largest, row[i]);
            }
            if (!Least.allows(largest)) {
                return false;
            }
        }
        return true;
    }
}
