package org.dualtraining.catalog.documentimport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.Aliases;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.dualtraining.catalog.identity.CatalogIds;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/**
 * The id of each entry: the one that the latest version has under the same name, a recorded alias or word for word the
 * same definition, else a new one that follows from the name. An alias is another wording only while the document does not
 * use both as two competencies.
 */
final class CompetencyIds {

    /** Shorter definitions, such as "see above", say nothing about what is defined. */
    private static final int SHORTEST_TELLING_DEFINITION = 20;

    private final UUID framework;
    private final Aliases aliases;
    private final Map<String, VersionCompetency> known = new LinkedHashMap<>();
    private final Map<String, UUID> knownAliases = new HashMap<>();
    private final Map<String, UUID> ids = new HashMap<>();
    private final Set<UUID> taken = new HashSet<>();
    private final Set<String> used;
    private final List<Finding> findings = new ArrayList<>();

    private CompetencyIds(UUID framework, Aliases aliases, List<Entry> entries, List<VersionCompetency> latest) {
        this.framework = framework;
        this.aliases = aliases;
        this.used = entries.stream().map(entry -> Names.folded(entry.name())).collect(Collectors.toSet());
        latest.forEach(row -> known.put(Names.folded(row.name()), row));
        latest.forEach(row ->
                row.aliases().forEach(alias -> knownAliases.putIfAbsent(Names.folded(alias), row.competencyId())));
    }

    static CompetencyIds of(UUID framework, Aliases aliases, List<Entry> entries, List<VersionCompetency> latest) {
        CompetencyIds ids = new CompetencyIds(framework, aliases, entries, latest);
        // the same name first, so that an alias never takes an id from the competency that carries the name
        entries.forEach(entry -> ids.take(entry.name(), ids.knownId(Names.folded(entry.name()))));
        entries.forEach(ids::takeByAlias);
        ids.takeByDefinition(entries);
        List<Entry> unknown = entries.stream().filter(ids::isOpen).toList();
        unknown.forEach(ids::takeNew);
        ids.findings.addAll(ProbableRenames.among(unknown, ids.notTaken()));
        return ids;
    }

    UUID of(Entry entry) {
        UUID id = ids.get(Names.folded(entry.name()));
        if (id == null) {
            throw new IllegalArgumentException("not an entry of this document");
        }
        return id;
    }

    /** Who got an id by something else than a name, and who may have deserved one. */
    List<Finding> findings() {
        return findings;
    }

    private boolean isOpen(Entry entry) {
        return !ids.containsKey(Names.folded(entry.name()));
    }

    private @Nullable UUID knownId(String folded) {
        VersionCompetency row = known.get(folded);
        return row == null ? null : row.competencyId();
    }

    private List<VersionCompetency> notTaken() {
        return known.values().stream()
                .filter(row -> !taken.contains(row.competencyId()))
                .toList();
    }

    private void takeByAlias(Entry entry) {
        if (!isOpen(entry)) {
            return;
        }
        Stream.concat(Stream.of(aliases.nameFor(entry.name())), aliases.othersOf(entry.name()).stream())
                .map(Names::folded)
                .map(this::knownId)
                .filter(id -> id != null && !taken.contains(id))
                .findFirst()
                .or(() -> Stream.of(Names.folded(entry.name()))
                        .map(knownAliases::get)
                        .filter(id -> id != null && !taken.contains(id))
                        .findFirst())
                .ifPresent(id -> take(entry.name(), id));
    }

    /** Another name over word for word the same definition is a small change of wording, if nothing else has it. */
    private void takeByDefinition(List<Entry> entries) {
        Map<String, List<Entry>> open =
                entries.stream().filter(this::isOpen).collect(Collectors.groupingBy(entry -> told(entry.definition())));
        Map<String, List<VersionCompetency>> left =
                notTaken().stream().collect(Collectors.groupingBy(row -> told(row.definition())));
        open.forEach((definition, same) -> {
            Collection<VersionCompetency> before = left.getOrDefault(definition, List.of());
            if (definition.length() >= SHORTEST_TELLING_DEFINITION && same.size() == 1 && before.size() == 1) {
                before.forEach(row -> renamed(same.get(0), row));
            }
        });
    }

    private void renamed(Entry entry, VersionCompetency before) {
        take(entry.name(), before.competencyId());
        findings.add(Finding.at(
                entry.line(),
                FindingKind.RENAMED,
                entry.name(),
                "the version before has word for word the same definition under another name; it is the same competency"
                        + " unless an agency says otherwise",
                before.name()));
    }

    private static String told(@Nullable String definition) {
        return definition == null ? "" : Names.folded(definition);
    }

    private void takeNew(Entry entry) {
        String recorded = aliases.nameFor(entry.name());
        UUID id = Stream.of(recorded, entry.name())
                .filter(name -> Names.isSame(name, entry.name()) || !used.contains(Names.folded(name)))
                .map(name -> CatalogIds.competency(framework, name))
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElseGet(() -> CatalogIds.freeCompetency(framework, entry.name(), taken::contains));
        take(entry.name(), id);
    }

    private void take(String name, @Nullable UUID id) {
        if (id != null && taken.add(id)) {
            ids.put(Names.folded(name), id);
        }
    }
}
