package org.dualtraining.catalog.casepackage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a package says otherwise than the one before, by content: times do not count, nor does the version of CASE or
 * where associations got their identifiers from. Each list has the first entries only; the counts are of all.
 */
@Schema(name = "CasePackageDiff")
public record PackageDiff(
        @Schema(description = "how many entries each list has in full")
        Map<String, Integer> counts,

        List<Change> addedItems,
        List<Change> removedItems,

        @Schema(description = "another full or abbreviated statement, and nothing else")
        List<Change> rewordedItems,

        @Schema(description = "other members too") List<Change> changedItems,
        List<Change> addedAssociations,
        List<Change> removedAssociations,

        @Schema(description = "the same ends and type, another sequence or note")
        List<Change> changedAssociations,

        @Schema(description = "members of CFDocument") List<Change> documentFields,

        @Schema(description = "concepts, subjects, licences, item types, groupings and rubrics")
        List<Change> definitions) {

    private static final int MOST = 1_000;

    /**
     * One entity or member.
     *
     * @param id identifier, or the name of a document's member
     * @param members which members differ
     */
    @Schema(name = "CasePackageChange")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Change(
            String id,
            @Nullable String what,
            List<String> members,
            @Nullable String before,
            @Nullable String after) {}

    public static PackageDiff between(CasePackage before, CasePackage after, Addresses addresses) {
        PackageDiff diff = new PackageDiff(
                new LinkedHashMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        Comparison compared = new Comparison(before, after, addresses);
        diff.items(compared);
        diff.associations(compared);
        diff.documentFields(compared);
        for (EntityKind kind : EntityKind.DEFINITIONS) {
            diff.definitions(compared, kind);
        }
        diff.definitions(compared, EntityKind.RUBRIC);
        if (compared.differBesideEntities()) {
            diff.add("documentFields", diff.documentFields, new Change("extensions", null, List.of(), null, null));
        }
        return diff;
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    private void add(String name, List<Change> list, Change change) {
        counts.merge(name, 1, Integer::sum);
        if (list.size() < MOST) {
            list.add(change);
        }
    }

    private void items(Comparison compared) {
        Map<String, Part> before = byId(compared.before.all(EntityKind.ITEM));
        for (Part part : byId(compared.after.all(EntityKind.ITEM)).values()) {
            ObjectNode is = compared.after(EntityKind.ITEM, part);
            Part old = before.remove(PackageCheck.key(part.identifier()));
            if (old == null) {
                add("addedItems", addedItems, change(is, List.of(), null, statement(is)));
                continue;
            }
            ObjectNode was = compared.before(EntityKind.ITEM, old);
            List<String> members = differing(was, is);
            if (members.isEmpty()) {
                continue;
            }
            Change change = change(is, members, statement(was), statement(is));
            if (Set.of("fullStatement", "abbreviatedStatement").containsAll(members)) {
                add("rewordedItems", rewordedItems, change);
            } else {
                add("changedItems", changedItems, change);
            }
        }
        before.values().forEach(old -> {
            ObjectNode was = compared.before(EntityKind.ITEM, old);
            add("removedItems", removedItems, change(was, List.of(), statement(was), null));
        });
    }

    /** By type and ends: tools give an association another identifier each time they write one. */
    private void associations(Comparison compared) {
        Map<String, List<Part>> before = new LinkedHashMap<>();
        for (Part part : compared.before.all(EntityKind.ASSOCIATION)) {
            before.computeIfAbsent(key(compared.before(EntityKind.ASSOCIATION, part)), any -> new ArrayList<>(1))
                    .add(part);
        }
        for (Part part : compared.after.all(EntityKind.ASSOCIATION)) {
            ObjectNode is = compared.after(EntityKind.ASSOCIATION, part);
            List<Part> same = before.getOrDefault(key(is), List.of());
            if (same.isEmpty()) {
                add("addedAssociations", addedAssociations, change(is, List.of(), null, ends(is)));
                continue;
            }
            ObjectNode was = compared.before(EntityKind.ASSOCIATION, same.remove(0));
            List<String> members = new ArrayList<>(differing(was, is));
            members.removeAll(List.of("identifier", "uri", "originNodeURI", "destinationNodeURI"));
            if (!members.isEmpty()) {
                add("changedAssociations", changedAssociations, change(is, members, ends(was), ends(is)));
            }
        }
        before.values()
                .forEach(rest -> rest.forEach(old -> {
                    ObjectNode was = compared.before(EntityKind.ASSOCIATION, old);
                    add("removedAssociations", removedAssociations, change(was, List.of(), ends(was), null));
                }));
    }

    private void documentFields(Comparison compared) {
        ObjectNode was = compared.before(EntityKind.DOCUMENT, Part.of(compared.before.document()));
        ObjectNode is = compared.after(EntityKind.DOCUMENT, Part.of(compared.after.document()));
        for (String name : differing(was, is)) {
            add(
                    "documentFields",
                    documentFields,
                    new Change(name, null, List.of(), text(was.path(name)), text(is.path(name))));
        }
    }

    private void definitions(Comparison compared, EntityKind kind) {
        Map<String, Part> before = byId(compared.before.all(kind));
        for (Part part : byId(compared.after.all(kind)).values()) {
            ObjectNode is = compared.after(kind, part);
            Part old = before.remove(PackageCheck.key(part.identifier()));
            List<String> members = old == null ? List.of("added") : differing(compared.before(kind, old), is);
            if (!members.isEmpty()) {
                add("definitions", definitions, new Change(part.identifier(), kind.plural(), members, null, null));
            }
        }
        before.values()
                .forEach(old -> add(
                        "definitions",
                        definitions,
                        new Change(old.identifier(), kind.plural(), List.of("removed"), null, null)));
    }

    private static Map<String, Part> byId(List<Part> parts) {
        Map<String, Part> byId = new LinkedHashMap<>();
        parts.forEach(part -> byId.putIfAbsent(PackageCheck.key(part.identifier()), part));
        return byId;
    }

    private static List<String> differing(ObjectNode was, ObjectNode is) {
        Set<String> names = new TreeSet<>(Comparator.naturalOrder());
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !was.path(name).equals(is.path(name)))
                .toList();
    }

    private static String key(ObjectNode association) {
        return association.path("associationType").asText() + " " + end(association, "originNodeURI") + " "
                + end(association, "destinationNodeURI") + " "
                + association
                        .path("CFAssociationGroupingURI")
                        .path("identifier")
                        .asText();
    }

    private static String end(ObjectNode association, String end) {
        return association.path(end).path("identifier").asText();
    }

    private static String ends(ObjectNode association) {
        return association.path("associationType").asText() + " "
                + association.path("originNodeURI").path("title").asText() + " > "
                + association.path("destinationNodeURI").path("title").asText();
    }

    private static Change change(ObjectNode is, List<String> members, @Nullable String before, @Nullable String after) {
        return new Change(
                is.path("identifier").asText(), is.path("humanCodingScheme").asText(null), members, before, after);
    }

    private static String statement(ObjectNode item) {
        String abbreviated = item.path("abbreviatedStatement").asText();
        String full = item.path("fullStatement").asText();
        return abbreviated.isEmpty() ? full : abbreviated + " - " + full;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isMissingNode() ? null : value.isTextual() ? value.asText() : CaseJson.text(value);
    }

    /**
     * Both sides in one version, without what does not count. A file of version 1.0 cannot say what only 1.1 knows, so that
     * the other side is made to say no more either.
     */
    private static final class Comparison {

        final CasePackage before;
        final CasePackage after;
        private final Optional<Conformance> older;
        private final Conformance was;
        private final Conformance is;

        Comparison(CasePackage before, CasePackage after, Addresses addresses) {
            this.before = before;
            this.after = after;
            boolean isOlder = after.version() == CaseVersion.V1_0 && before.version() != CaseVersion.V1_0;
            this.older = Optional.of(new Conformance(before, CaseVersion.V1_0, addresses, false))
                    .filter(any -> isOlder);
            this.was = new Conformance(
                    older.map(reduced -> before.in10(reduced.entity(EntityKind.DOCUMENT, before.document())))
                            .orElse(before),
                    CaseVersion.V1_1,
                    addresses,
                    false);
            this.is = new Conformance(after, CaseVersion.V1_1, addresses, false);
        }

        ObjectNode before(EntityKind kind, Part part) {
            ObjectNode json = part.json();
            return counting(was.entity(
                    kind, older.map(reduced -> reduced.entity(kind, json)).orElse(json)));
        }

        ObjectNode after(EntityKind kind, Part part) {
            return counting(is.entity(kind, part.json()));
        }

        boolean differBesideEntities() {
            return older.isPresent()
                    ? !after.others().isEmpty() || !after.definitions().isEmpty()
                    : !before.others().equals(after.others())
                            || !before.definitions().equals(after.definitions());
        }

        private static ObjectNode counting(ObjectNode entity) {
            entity.remove(List.of("lastChangeDateTime", "caseVersion"));
            return entity;
        }
    }
}
