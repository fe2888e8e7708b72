package org.dualtraining.bench.figure;

import java.util.List;

/**
 * One figure of the performance goals as this run measured it.
 *
 * @param ours and {@code baseline} in the unit, of the same run
 * @param notes what a reader needs to judge it
 */
public record Figure(
        String name, String what, String unit, double ours, double baseline, Goal goal, List<String> notes) {

    /** What the ratio of ours to the baseline shall be. */
    public record Goal(double bound, boolean isLeast) {

        static Goal atLeast(double bound) {
            return new Goal(bound, true);
        }

        static Goal atMost(double bound) {
            return new Goal(bound, false);
        }

        @Override
        public String toString() {
            return (isLeast ? ">= " : "<= ") + bound;
        }
    }

    public double ratio() {
        return ours / baseline;
    }

    public boolean isMet() {
        return goal.isLeast() ? ratio() >= goal.bound() : ratio() <= goal.bound();
    }
}
