package org.dualtraining.progress.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers to be added to the rows of one table, summed up per row, so that a batch writes each row once. Rows that end
 * unchanged are not written.
 */
final class Sums<K> {

    private final Map<K, long[]> rows = new HashMap<>();

    /** @param sign 1 to put in, -1 to take out */
    void add(K key, int sign, long... numbers) {
        long[] row = rows.computeIfAbsent(key, k -> new long[numbers.length]);
        for (int i = 0; i < numbers.length; i++) {
            row[i] += sign * numbers[i];
        }
    }

    /** The keys of the rows that change, in the order that columns are asked for in. */
    List<K> keys() {
        rows.values().removeIf(Sums::isZero);
        return List.copyOf(rows.keySet());
    }

    List<Long> column(List<K> keys, int index) {
        List<Long> column = new ArrayList<>(keys.size());
        keys.forEach(key -> column.add(rows.getOrDefault(key, new long[index + 1])[index]));
        return column;
    }

    private static boolean isZero(long[] numbers) {
        for (long number : numbers) {
            if (number != 0) {
                return false;
            }
        }
        return true;
    }
}
