package org.dualtraining.catalog.framework;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dualtraining.kit.problem.Malformed;
import org.jspecify.annotations.Nullable;

/** Query parameters as what they should be, with a 400 that names the parameter; JAX-RS itself would answer 404. */
public final class QueryParameters {

    private QueryParameters() {}

    public static @Nullable UUID uuid(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new Malformed(name, "must be a UUID");
        }
    }

    static @Nullable VersionStatus status(@Nullable String value) {
        if (value == null) {
            return null;
        }
        return Stream.of(VersionStatus.values())
                .filter(status -> status.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new Malformed(
                        "status",
                        "must be one of "
                                + Stream.of(VersionStatus.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    static int versionNumber(String name, @Nullable String value) {
        try {
            if (value != null) {
                return Integer.parseInt(value);
            }
        } catch (NumberFormatException e) {
            // the refusal below says what would be right
        }
        throw new Malformed(name, "is needed: the number of a version");
    }
}
