package org.dualtraining.catalog.identity;

/** What may be the title of an occupation: its key follows from it and has to be found by an index. */
public final class OccupationTitle {

    public static final int LONGEST = 200;

    private OccupationTitle() {}

    public static boolean isOne(String text) {
        return text.length() <= LONGEST && !Names.slug(text).isEmpty();
    }
}
