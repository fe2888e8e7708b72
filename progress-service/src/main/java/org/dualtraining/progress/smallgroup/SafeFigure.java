package org.dualtraining.progress.smallgroup;

import java.util.Collection;
import java.util.Map;

/** A figure that rests on groups of people: of which apprentices it may be shown. */
public final class SafeFigure {

    private final Partition partition;

    private SafeFigure(Partition partition) {
        this.partition = partition;
    }

    /**
     * Decides it of all apprentices at once.
     *
     * @param groups of each atom the sizes of all groups that the figure tells of, alone or by subtraction from others
     */
    public static SafeFigure of(Map<Atom, long[]> groups, SecretOrder order) {
        return new SafeFigure(Partition.of(groups, Least::allowsAll, order));
    }

    public boolean isShown(Collection<Atom> asked) {
        return partition.shows(asked);
    }
}
