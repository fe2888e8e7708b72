package org.dualtraining.catalog.documentimport;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.Aliases;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.dualtraining.catalog.identity.CatalogIds;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/**
 * The id of each entry: the one that the latest version has under the same name or a recorded alias, else a new one that
 * follows from the name. An alias is another wording only while the document does not use both as two competencies.
 */
final class CompetencyIds {

    private final UUID framework;
    private final Aliases aliases;
    private final Map<String, UUID> known = new HashMap<>();
    private final Map<String, UUID> ids = new HashMap<>();
    private final Set<UUID> taken = new HashSet<>();
    private final Set<String> used;

    private CompetencyIds(UUID framework, Aliases aliases, List<Entry> entries, List<VersionCompetency> latest) {
        this.framework = framework;
        this.aliases = aliases;
        this.used = entries.stream().map(entry -> Names.folded(entry.name())).collect(Collectors.toSet());
        latest.forEach(row -> known.put(Names.folded(row.name()), row.competencyId()));
    }

    static CompetencyIds of(UUID framework, Aliases aliases, List<Entry> entries, List<VersionCompetency> latest) {
        CompetencyIds ids = new CompetencyIds(framework, aliases, entries, latest);
        // the same name first, so that an alias never takes an id from the competency that carries the name
        entries.forEach(entry -> ids.take(entry.name(), ids.known.get(Names.folded(entry.name()))));
        entries.forEach(ids::takeByAliasOrNew);
        return ids;
    }

    UUID of(Entry entry) {
        UUID id = ids.get(Names.folded(entry.name()));
        if (id == null) {
            throw new IllegalArgumentException("not an entry of this document");
        }
        return id;
    }

    private void takeByAliasOrNew(Entry entry) {
        if (ids.containsKey(Names.folded(entry.name()))) {
            return;
        }
        String recorded = aliases.nameFor(entry.name());
        Stream.concat(Stream.of(recorded), aliases.othersOf(entry.name()).stream())
                .map(Names::folded)
                .filter(known::containsKey)
                .map(known::get)
                .filter(id -> !taken.contains(id))
                .findFirst()
                .or(() -> Stream.of(recorded, entry.name())
                        .filter(name -> Names.isSame(name, entry.name()) || !used.contains(Names.folded(name)))
                        .map(name -> CatalogIds.competency(framework, name))
                        .filter(id -> !taken.contains(id))
                        .findFirst())
                .ifPresentOrElse(id -> take(entry.name(), id), () -> takeNumbered(entry.name()));
    }

    /** The name's own id is another competency's by now, which was renamed: the first free number makes a new one. */
    private void takeNumbered(String name) {
        int number = 2;
        UUID id = CatalogIds.competency(framework, name + " #" + number);
        while (taken.contains(id)) {
            number++;
            id = CatalogIds.competency(framework, name + " #" + number);
        }
        take(name, id);
    }

    private void take(String name, @Nullable UUID id) {
        if (id != null && taken.add(id)) {
            ids.put(Names.folded(name), id);
        }
    }
}
