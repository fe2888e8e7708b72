package org.dualtraining.progress.smallgroup;

/** How many people a group must have before figures of it are shown. Nobody is recognised in a zero. */
public final class Least {

    private static final long PEOPLE = 10;

    private Least() {}

    public static boolean allows(long people) {
        return people == 0 || people >= PEOPLE;
    }

    static boolean allowsAll(long[] groups) {
        for (long group : groups) {
            if (!allows(group)) {
                return false;
            }
        }
        return true;
    }
}
