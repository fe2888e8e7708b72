package org.dualtraining.catalog.casepackage;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs as they are written: hexadecimal 8-4-4-4-12; {@link UUID#fromString} takes less. */
public final class Uuids {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final Pattern OF_CASE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}");

    private Uuids() {}

    /** Of one of the versions 1 to 5, and of their variant: the only ones that CASE's schemas take. */
    static boolean isOfCase(String text) {
        return OF_CASE.matcher(text).matches();
    }

    public static boolean isUuid(String text) {
        return FORM.matcher(text).matches();
    }

    public static Optional<UUID> read(String text) {
        return isUuid(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
