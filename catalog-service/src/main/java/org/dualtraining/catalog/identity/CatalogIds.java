package org.dualtraining.catalog.identity;

import java.util.UUID;
import java.util.function.Predicate;
import org.dualtraining.kit.id.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Ids that follow from names (UUID version 5), so that the same document gives the same ids in every installation. The
 * prefixes keep equal names of different kinds apart. Changing any constant here changes every id of the catalog.
 */
public final class CatalogIds {

    private static final UUID CATALOG = UUID.fromString("5b1d3a1e-8f52-5c0b-9a55-6d4c0e0b7a21");

    private CatalogIds() {}

    public static UUID occupation(String key) {
        return Ids.named(CATALOG, "occupation:" + key);
    }

    public static UUID framework(String key) {
        return Ids.named(CATALOG, "framework:" + key);
    }

    public static UUID competency(UUID frameworkId, String name) {
        return Ids.named(frameworkId, "competency:" + Names.folded(name));
    }

    /** As {@link #competency}; numbered when that id is another competency's by now, which was renamed. */
    public static UUID freeCompetency(UUID frameworkId, String name, Predicate<UUID> isTaken) {
        UUID id = competency(frameworkId, name);
        for (int number = 2; isTaken.test(id); number++) {
            id = competency(frameworkId, name + " #" + number);
        }
        return id;
    }

    /** Of a competency that its source tells apart by a code of its own and not by its name. */
    public static UUID competencyWithCode(UUID frameworkId, String code) {
        return Ids.named(frameworkId, "competency-code:" + code);
    }

    public static UUID certification(UUID frameworkId, String name) {
        return Ids.named(frameworkId, "certification:" + Names.folded(name));
    }

    public static UUID documentImport(UUID frameworkId, String sha256, int version) {
        return Ids.named(frameworkId, "document-import:" + sha256 + ":" + version);
    }

    public static UUID finding(String kind, @Nullable Integer line, String text) {
        return Ids.named(CATALOG, "finding:" + kind + ":" + (line == null ? "" : line) + ":" + text);
    }

    /** What every CASE package of the catalog shares: item types, concepts, the licence, the rating scale. */
    public static UUID caseShared(String what) {
        return Ids.named(CATALOG, "case:" + what);
    }

    /** What belongs to one framework's CASE package: a section's item, an association, an id made for one that was none. */
    public static UUID caseEntity(UUID frameworkId, String what) {
        return Ids.named(frameworkId, "case:" + what);
    }
}
