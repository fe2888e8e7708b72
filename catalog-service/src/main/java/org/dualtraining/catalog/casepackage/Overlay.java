package org.dualtraining.catalog.casepackage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.Replacement;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.dualtraining.catalog.framework.VersionStatus;
import org.jspecify.annotations.Nullable;

/**
 * What was changed here since a package came in, laid over it. What nobody touched stays as it came, to the last member,
 * so that an untouched package goes out as it came in.
 */
final class Overlay {

    private static final Map<String, EntityKind> LINKS_TO_DEFINITIONS =
            Map.of("CFItemTypeURI", EntityKind.ITEM_TYPE, "conceptKeywordsURI", EntityKind.CONCEPT);

    private final FrameworkVersion version;
    private final CasePackage source;
    private final UUID framework;
    private final String changed;
    private final Map<UUID, VersionCompetency> came = new HashMap<>();
    private final Map<UUID, VersionCompetency> is = new HashMap<>();
    private final Set<String> sections = new HashSet<>();
    private final List<Part> items = new ArrayList<>();
    private final List<Part> associations = new ArrayList<>();
    private final boolean someAreGone;
    private final boolean hasSections;
    private boolean touched;

    Overlay(FrameworkVersion version, CasePackage source) {
        this.version = version;
        this.source = source;
        this.framework = version.frameworkId();
        this.changed = Times.write(version.changedAt());
        List<VersionCompetency> now = version.content().competencies();
        DerivedCompetencies.of(source, now).forEach(row -> came.put(row.competencyId(), row));
        now.forEach(row -> is.put(row.competencyId(), row));
        for (SectionKind kind : SectionKind.values()) {
            sections.add(OwnEntities.section(framework, kind).toString());
        }
        this.someAreGone = !is.keySet().containsAll(came.keySet());
        this.hasSections = source.all(EntityKind.ITEM).stream().anyMatch(part -> sections.contains(part.identifier()));
    }

    Projection project() {
        items();
        associations();
        ObjectNode document = document();
        if (!touched) {
            return new Projection(document.equals(source.document()) ? source : source.with(document), true);
        }
        Map<EntityKind, List<Part>> parts = new EnumMap<>(EntityKind.class);
        parts.putAll(source.parts());
        parts.put(EntityKind.ITEM, items);
        parts.put(EntityKind.ASSOCIATION, associations);
        return new Projection(source.with(document, parts), false);
    }

    private ObjectNode document() {
        ObjectNode document = source.document().deepCopy();
        if (version.status() == VersionStatus.RETIRED) {
            touched = true;
            document.put("adoptionStatus", OwnPackage.adoptionStatus(VersionStatus.RETIRED));
        }
        if (isNewsHere() && !isDatedLater()) {
            document.put("lastChangeDateTime", changed);
        }
        return document;
    }

    /**
     * Only the first version as it came is known elsewhere under the source's time. Whoever polls by that time would never
     * see a revision whose source was written before the last poll.
     */
    private boolean isNewsHere() {
        return touched || version.number() > 1;
    }

    private boolean isDatedLater() {
        return source.lastChange().filter(version.changedAt()::isBefore).isPresent();
    }

    private void items() {
        Set<UUID> kept = new HashSet<>();
        for (Part part : source.all(EntityKind.ITEM)) {
            @Nullable UUID id = Uuids.read(part.identifier()).orElse(null);
            @Nullable VersionCompetency before = id == null ? null : came.get(id);
            if (id == null || before == null) {
                // a section of our own, or what was kept in spite of its problems
                items.add(part);
                continue;
            }
            @Nullable VersionCompetency after = is.get(id);
            kept.add(id);
            if (after == null) {
                touched = true;
            } else if (saysTheSame(before, after)) {
                items.add(part);
            } else {
                touched = true;
                items.add(Part.packed(restated(part.json(), before, after)));
            }
        }
        for (VersionCompetency row : OwnPackage.inListOrder(version.content())) {
            if (!kept.contains(row.competencyId())) {
                touched = true;
                items.add(Part.packed(withoutLooseLinks(OwnPackage.item(row, changed))));
            }
        }
    }

    /** Our item types and concepts are in the packages that we made, and in no other. */
    private ObjectNode withoutLooseLinks(ObjectNode item) {
        LINKS_TO_DEFINITIONS.forEach((member, kind) -> {
            String id = item.path(member).path("identifier").asText();
            if (source.all(kind).stream().noneMatch(part -> part.identifier().equals(id))) {
                item.remove(member);
            }
        });
        return item;
    }

    private static boolean saysTheSame(VersionCompetency before, VersionCompetency after) {
        return before.name().equals(after.name())
                && Objects.equals(before.definition(), after.definition())
                && Objects.equals(before.code(), after.code())
                && before.core() == after.core();
    }

    private ObjectNode restated(ObjectNode item, VersionCompetency before, VersionCompetency after) {
        if (!before.name().equals(after.name()) || !Objects.equals(before.definition(), after.definition())) {
            OwnPackage.state(item, after);
        }
        if (before.core() != after.core()) {
            item.remove("conceptKeywords");
            if (after.core()) {
                item.putArray("conceptKeywords").add(OwnPackage.CORE);
            }
        }
        return item.put("lastChangeDateTime", changed);
    }

    private void associations() {
        Map<UUID, String> names = new HashMap<>();
        is.values().forEach(row -> names.put(row.competencyId(), row.name()));
        boolean reordered = isReordered();
        Map<Integer, Outline.Entry> chosen = new HashMap<>();
        for (Outline.Entry entry : Outline.of(source)) {
            if (entry.edge() != null) {
                chosen.put(entry.edge().association(), entry);
            }
        }
        Set<UUID> placed = new HashSet<>();
        int index = 0;
        for (Part part : source.all(EntityKind.ASSOCIATION)) {
            Outline.@Nullable Entry entry = chosen.get(index++);
            if (leadsToWhatIsGone(part)) {
                touched = true;
            } else if (entry == null || sections.contains(entry.identifier())) {
                associations.add(part);
            } else {
                place(part, UUID.fromString(entry.identifier()), placed, reordered, names);
            }
        }
        for (VersionCompetency row : OwnPackage.inListOrder(version.content())) {
            boolean isNew = !came.containsKey(row.competencyId());
            if (!placed.contains(row.competencyId()) && (isNew || isMoved(row))) {
                touched = true;
                associations.add(Part.packed(child(row, names)));
            }
        }
        replacements(names);
    }

    private void place(Part part, UUID child, Set<UUID> placed, boolean reordered, Map<UUID, String> names) {
        @Nullable VersionCompetency row = is.get(child);
        if (row == null) {
            associations.add(part);
        } else if (isMoved(row)) {
            touched = true;
            placed.add(child);
            associations.add(Part.packed(child(row, names)));
        } else if (reordered) {
            touched = true;
            associations.add(Part.packed(
                    part.json().put("sequenceNumber", row.listPosition() + 1).put("lastChangeDateTime", changed)));
        } else {
            associations.add(part);
        }
    }

    private boolean isMoved(VersionCompetency row) {
        @Nullable VersionCompetency before = came.get(row.competencyId());
        return before != null
                && (!Objects.equals(before.parentId(), row.parentId()) || before.section() != row.section());
    }

    private boolean isReordered() {
        List<UUID> before = came.values().stream()
                .filter(row -> is.containsKey(row.competencyId()))
                .sorted(Comparator.comparingInt(VersionCompetency::listPosition))
                .map(VersionCompetency::competencyId)
                .toList();
        List<UUID> after = OwnPackage.inListOrder(version.content()).stream()
                .map(VersionCompetency::competencyId)
                .filter(came::containsKey)
                .toList();
        return !before.equals(after);
    }

    private boolean leadsToWhatIsGone(Part part) {
        if (!someAreGone) {
            return false;
        }
        ObjectNode association = part.json();
        return isGone(association.path("originNodeURI").path("identifier").asText())
                || isGone(association
                        .path("destinationNodeURI")
                        .path("identifier")
                        .asText());
    }

    private boolean isGone(String identifier) {
        return Uuids.read(identifier)
                .filter(id -> came.containsKey(id) && !is.containsKey(id))
                .isPresent();
    }

    private ObjectNode child(VersionCompetency row, Map<UUID, String> names) {
        @Nullable UUID parent = row.parentId();
        if (parent == null && hasSections) {
            parent = section(row.section());
        }
        return parent == null
                ? OwnPackage.child(
                        framework,
                        row.competencyId(),
                        row.name(),
                        framework,
                        source.title(),
                        row.listPosition() + 1,
                        changed)
                : OwnPackage.child(
                        framework,
                        row.competencyId(),
                        row.name(),
                        parent,
                        names.getOrDefault(parent, row.section().title()),
                        row.listPosition() + 1,
                        changed);
    }

    /** The section's item, which the package may not have had so far. */
    private UUID section(SectionKind section) {
        UUID id = OwnEntities.section(framework, section);
        if (items.stream().noneMatch(part -> part.identifier().equals(id.toString()))) {
            items.add(Part.packed(withoutLooseLinks(OwnPackage.section(framework, section, changed))));
            associations.add(Part.packed(OwnPackage.child(
                    framework, id, section.title(), framework, source.title(), section.ordinal() + 1, changed)));
        }
        return id;
    }

    private void replacements(Map<UUID, String> names) {
        Set<String> there = new HashSet<>();
        if (!version.content().replacements().isEmpty()) {
            source.all(EntityKind.ASSOCIATION).forEach(part -> there.add(part.identifier()));
        }
        for (Replacement replacement : version.content().replacements()) {
            ObjectNode association = OwnPackage.replaced(
                    framework, replacement, names.getOrDefault(replacement.to(), "Another competency"), changed);
            if (there.add(association.path("identifier").asText())) {
                touched = true;
                associations.add(Part.packed(association));
            }
        }
    }
}
