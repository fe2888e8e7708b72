package org.dualtraining.catalog.casepackage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A CASE package in the version in which it was made.
 *
 * @param parts by kind, in the package's order; a kind that the package does not have is absent, not empty
 * @param others members of the package that no version of CASE knows, and extensions
 * @param definitions members of CFDefinitions that are none of its lists
 * @param hasDefinitions whether there is a CFDefinitions object at all
 * @param source the bytes of a file that is this package, member for member
 */
public record CasePackage(
        CaseVersion version,
        ObjectNode document,
        Map<EntityKind, List<Part>> parts,
        ObjectNode others,
        ObjectNode definitions,
        boolean hasDefinitions,
        Optional<Part.Source> source) {

    public List<Part> all(EntityKind kind) {
        if (kind == EntityKind.DOCUMENT) {
            return List.of(Part.of(document));
        }
        return parts.getOrDefault(kind, List.of());
    }

    public String identifier() {
        return document.path("identifier").asText();
    }

    /** Where an item says its identifier, as a JSON pointer. */
    public Optional<String> placeOfItem(UUID id) {
        List<Part> items = all(EntityKind.ITEM);
        return IntStream.range(0, items.size())
                .filter(index -> items.get(index).identifier().equalsIgnoreCase(id.toString()))
                .mapToObj(index -> EntityKind.ITEM.pointer(index) + "/identifier")
                .findFirst();
    }

    /** The document's id, which is the framework's; empty when it is no UUID. */
    public Optional<UUID> id() {
        return Uuids.read(identifier());
    }

    public String title() {
        return document.path("title").asText();
    }

    public Optional<String> description() {
        return Optional.of(document.path("description").asText()).filter(text -> !text.isBlank());
    }

    /** CASE's subject is what the catalog calls an industry. */
    public Optional<String> firstSubject() {
        JsonNode subject = document.path("subject");
        return Optional.of((subject.isArray() ? subject.path(0) : subject).asText())
                .filter(text -> !text.isBlank());
    }

    public Optional<Instant> lastChange() {
        return Times.instant(document.path("lastChangeDateTime").asText());
    }

    /** Whether it says that it was changed after the other one was. */
    public boolean isLaterThan(CasePackage other) {
        return lastChange().orElse(Instant.EPOCH).isAfter(other.lastChange().orElse(Instant.EPOCH));
    }

    public CasePackage with(ObjectNode newDocument) {
        return with(newDocument, parts);
    }

    /** As what it is when its document is one of version 1.0. */
    CasePackage in10(ObjectNode olderDocument) {
        return new CasePackage(
                CaseVersion.V1_0, olderDocument, parts, others, definitions, hasDefinitions, Optional.empty());
    }

    CasePackage with(ObjectNode newDocument, Map<EntityKind, List<Part>> newParts) {
        return new CasePackage(version, newDocument, newParts, others, definitions, hasDefinitions, Optional.empty());
    }
}
