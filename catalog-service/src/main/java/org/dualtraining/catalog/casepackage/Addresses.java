package org.dualtraining.catalog.casepackage;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * Where the catalog's own entities are.
 *
 * @param base "https://catalog.example.org", without a slash at the end
 */
public record Addresses(String base) {

    /** As our own entities are kept, so that another address of the service changes nothing that is stored. */
    static final Addresses RELATIVE = new Addresses("");

    String of(EntityKind kind, String identifier) {
        return at(CaseVersion.V1_1, kind.plural(), identifier);
    }

    String packageOf(String identifier, CaseVersion version) {
        return at(version, "CFPackages", identifier);
    }

    String at(CaseVersion version, String path, String identifier) {
        return root(version) + path + "/" + identifier;
    }

    private String root(CaseVersion version) {
        return base + "/ims/case/" + version.path() + "/";
    }

    /** Our own entities are in each version of the provider; others are where they are. */
    String in(CaseVersion version, String uri) {
        for (CaseVersion other : CaseVersion.values()) {
            for (String root : List.of(root(other), RELATIVE.root(other))) {
                if (uri.startsWith(root)) {
                    return root(version) + uri.substring(root.length());
                }
            }
        }
        return uri;
    }

    /** An absolute address, with what must be escaped escaped; empty when it is none. */
    static Optional<String> absolute(String text) {
        String stripped = text.strip();
        try {
            URI uri = new URI(stripped);
            return uri.isAbsolute() ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return escaped(stripped);
        }
    }

    private static Optional<String> escaped(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || !text.substring(0, colon).matches("[a-zA-Z][a-zA-Z0-9+.-]*")) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder(text.substring(0, colon + 1));
        text.substring(colon + 1)
                .chars()
                .forEach(c -> plain.append(
                        " \"<>\\^`{|}[]".indexOf(c) >= 0 ? "%%%02X".formatted(c) : String.valueOf((char) c)));
        try {
            return Optional.of(new URI(plain.toString()).toASCIIString());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Scheme and host, by which an address claims to be of one provider. */
    static String authority(String uri) {
        try {
            URI parsed = new URI(uri.strip());
            return parsed.getScheme() + "://" + parsed.getAuthority();
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
