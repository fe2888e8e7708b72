package org.dualtraining.kit.query;

import org.dualtraining.kit.problem.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * A query parameter that is true or false. JAX-RS takes whatever is not "true" for false, and of a dry run that is misspelt
 * it would make a real one.
 */
public final class QueryFlag {

    private QueryFlag() {}

    /** False when it is absent. */
    public static boolean isTrue(String name, @Nullable String value) {
        return Boolean.TRUE.equals(of(name, value));
    }

    /** Null when it is absent. */
    public static @Nullable Boolean of(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Malformed(name, "must be true or false");
        };
    }
}
