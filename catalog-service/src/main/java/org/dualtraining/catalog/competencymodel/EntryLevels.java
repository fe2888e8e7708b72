package org.dualtraining.catalog.competencymodel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Which entries of a list are children. The family's plain text has lost the list's indentation: the children of an entry
 * are the dash lines after a blank line directly below it. What counts is a gap that is wider than the list's usual
 * one, so that a copy with blank lines between all entries reads alike. Where indentation survived, it decides.
 *
 * @param levels 0 for an entry of the list, 1 for a child of the nearest entry above with 0, and so on
 * @param groups into how many blank lines cut the list; more than two are a guess, the third may close the children or
 *     open others; 1 where indentation decides
 */
record EntryLevels(List<Integer> levels, int groups) {

    /** Blank lines above the first line of a page, which nobody can count. */
    static final int UNKNOWN = -1;

    /** What is indented further is no outline any more; it counts as this level. */
    private static final int DEEPEST = 4;

    /**
     * @param indents of each entry, in blanks
     * @param blanksBefore blank lines above each entry, or {@link #UNKNOWN}; the first one's do not count
     */
    static EntryLevels of(List<Integer> indents, List<Integer> blanksBefore) {
        boolean isIndented = indents.stream().distinct().count() > 1;
        return isIndented ? new EntryLevels(byIndent(indents), 1) : byGaps(blanksBefore);
    }

    /** The end (exclusive) of the entry at this place and everything below it. */
    int endOfSubtree(int at) {
        int end = at + 1;
        while (end < levels.size() && levels.get(end) > levels.get(at)) {
            end++;
        }
        return end;
    }

    private static List<Integer> byIndent(List<Integer> indents) {
        List<Integer> levels = new ArrayList<>();
        Deque<Integer> above = new ArrayDeque<>();
        for (int indent : indents) {
            while (!above.isEmpty() && above.getLast() >= indent) {
                above.removeLast();
            }
            levels.add(Math.min(above.size(), DEEPEST));
            above.addLast(indent);
        }
        return levels;
    }

    private static EntryLevels byGaps(List<Integer> blanksBefore) {
        int usual = blanksBefore.stream()
                .skip(1)
                .filter(blanks -> blanks != UNKNOWN)
                .min(Integer::compare)
                .orElse(0);
        List<Integer> levels = new ArrayList<>();
        int groups = 1;
        for (int i = 0; i < blanksBefore.size(); i++) {
            if (i > 0 && blanksBefore.get(i) > usual) {
                groups++;
            }
            levels.add((groups - 1) % 2);
        }
        return new EntryLevels(levels, groups);
    }
}
