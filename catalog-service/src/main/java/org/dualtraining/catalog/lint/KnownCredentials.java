package org.dualtraining.catalog.lint;

import java.util.List;
import java.util.Optional;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/** Credentials as their issuers name and abbreviate them. */
public final class KnownCredentials {

    private final List<Credential> credentials;

    KnownCredentials(List<Credential> credentials) {
        this.credentials = List.copyOf(credentials);
    }

    public static KnownCredentials load() {
        return new KnownCredentials(LintTable.rows("known-credentials.json", Credential.class));
    }

    /** The credential of this name, whatever its number and with or without "Certified" before it. */
    Optional<Credential> named(String name) {
        return credentials.stream()
                .filter(known -> Names.isSameButForNumber(bare(known.name()), bare(name)))
                .findFirst();
    }

    /** Who issues the credential of this name, or of this abbreviation where the name is worded otherwise. */
    public Optional<String> issuerOf(String name, @Nullable String abbreviation) {
        return named(name)
                .or(() -> credentials.stream()
                        .filter(known -> known.abbreviation().equals(abbreviation))
                        .findFirst())
                .map(Credential::issuer);
    }

    private static String bare(String name) {
        return name.replaceFirst("(?i)^certified[\\s\\p{Z}]+", "");
    }

    /** One credential. */
    record Credential(String name, String abbreviation, String issuer, String source) {}
}
