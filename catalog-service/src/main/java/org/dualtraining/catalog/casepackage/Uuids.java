package org.dualtraining.catalog.casepackage;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs as CASE wants them: hexadecimal 8-4-4-4-12; {@link UUID#fromString} takes less. */
public final class Uuids {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Uuids() {}

    public static boolean isUuid(String text) {
        return FORM.matcher(text).matches();
    }

    public static Optional<UUID> read(String text) {
        return isUuid(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
