package org.dualtraining.progress.eligibility;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When a requirement is met, for all days at once: stretches of days, and the days on which it was reached. It may be
 * reached anew while it is met: what holds for a time holds for longer then. Days are counted from 1970.
 */
final class Timeline {

    static final int FOREVER = Integer.MAX_VALUE;
    static final Timeline NEVER = new Timeline(new int[0], new int[0]);

    private final int[] starts;
    private final int[] from;
    private final int[] to;

    /** @param starts the days on which it was reached, in order; {@code ends} when each of them would lapse by itself */
    private Timeline(int[] starts, int[] ends) {
        this.starts = starts;
        this.from = new int[starts.length];
        this.to = new int[starts.length];
        int stretches = 0;
        for (int i = 0; i < starts.length; i++) {
            if (stretches > 0 && starts[i] <= to[stretches - 1]) {
                to[stretches - 1] = Math.max(to[stretches - 1], ends[i]);
            } else {
                from[stretches] = starts[i];
                to[stretches++] = ends[i];
            }
        }
        Arrays.fill(from, stretches, from.length, FOREVER);
        Arrays.fill(to, stretches, to.length, FOREVER);
    }

    static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }

    static Timeline from(LocalDate day) {
        return new Timeline(new int[] {day(day)}, new int[] {FOREVER});
    }

    /** @param spans each a first day and the first day after it, {@link #FOREVER} for none; empty ones are left out */
    static Timeline of(List<int[]> spans) {
        List<int[]> inOrder = spans.stream()
                .filter(span -> span[0] < span[1])
                .sorted((a, b) -> Integer.compare(a[0], b[0]))
                .toList();
        return new Timeline(
                inOrder.stream().mapToInt(span -> span[0]).toArray(),
                inOrder.stream().mapToInt(span -> span[1]).toArray());
    }

    /** While at least so many of the parts are met; reached anew whenever one of them is, as long as they are enough. */
    static Timeline atLeast(int needed, List<Timeline> parts) {
        if (parts.stream().filter(part -> part.starts.length > 0).count() < needed) {
            return NEVER;
        }
        int[] begins = parts.stream().flatMapToInt(Timeline::begins).sorted().toArray();
        int[] lapses = parts.stream().flatMapToInt(Timeline::lapses).sorted().toArray();
        int[] reached = parts.stream()
                .flatMapToInt(part -> Arrays.stream(part.starts))
                .sorted()
                .distinct()
                .toArray();
        int[] starts = new int[reached.length];
        int[] ends = new int[reached.length];
        int spans = 0;
        for (int day : reached) {
            int began = upTo(begins, day);
            int lapsed = upTo(lapses, day);
            if (began - lapsed >= needed) {
                starts[spans] = day;
                ends[spans++] = lapse(needed, begins, began, lapses, lapsed);
            }
        }
        return new Timeline(Arrays.copyOf(starts, spans), Arrays.copyOf(ends, spans));
    }

    /** The first day after which fewer are left, going on from a day on which there are enough. */
    private static int lapse(int needed, int[] begins, int began, int[] lapses, int lapsed) {
        int here = began;
        int gone = lapsed;
        while (gone < lapses.length) {
            int day = lapses[gone];
            while (gone < lapses.length && lapses[gone] == day) {
                gone++;
            }
            while (here < begins.length && begins[here] <= day) {
                here++;
            }
            if (here - gone < needed) {
                return day;
            }
        }
        return FOREVER;
    }

    /** How many of the days in order are not after this one. */
    private static int upTo(int[] days, int day) {
        int low = 0;
        int high = days.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[middle] <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Each time it is reached it lasts no longer than this, and no longer than it is met. */
    Timeline lasting(Period period) {
        int[] sooner = new int[starts.length];
        for (int i = 0; i < starts.length; i++) {
            sooner[i] = Math.min(
                    until(starts[i]), day(LocalDate.ofEpochDay(starts[i]).plus(period)));
        }
        return new Timeline(starts, sooner);
    }

    boolean isMetOn(int day) {
        int stretch = upTo(from, day) - 1;
        return stretch >= 0 && day < to[stretch];
    }

    /** Whether it was met before a day on which it is not. */
    boolean isOverOn(int day) {
        return !isMetOn(day) && upTo(from, day) > 0;
    }

    /** The first day of the stretch that a day is in, or of the last one before it. */
    int since(int day) {
        return from[upTo(from, day) - 1];
    }

    /** The first day after the stretch that a day is in, or after the last one before it; {@link #FOREVER} for none. */
    int until(int day) {
        return to[upTo(from, day) - 1];
    }

    /** The first day after a day on which it is not as on that day any more; {@link #FOREVER} for none. */
    int nextChange(int day) {
        if (isMetOn(day)) {
            return until(day);
        }
        int next = upTo(from, day);
        return next < from.length ? from[next] : FOREVER;
    }

    /** The first day from a day on that it is met; {@link #FOREVER} for none. */
    int firstFrom(int day) {
        return isMetOn(day) ? day : nextChange(day);
    }

    private IntStream begins() {
        return Arrays.stream(from).filter(day -> day < FOREVER);
    }

    private IntStream lapses() {
        return Arrays.stream(to).filter(day -> day < FOREVER);
    }
}
