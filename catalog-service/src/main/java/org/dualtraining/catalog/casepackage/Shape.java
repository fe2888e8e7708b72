package org.dualtraining.catalog.casepackage;

import static org.dualtraining.catalog.casepackage.MemberType.CRITERIA;
import static org.dualtraining.catalog.casepackage.MemberType.DATE;
import static org.dualtraining.catalog.casepackage.MemberType.EXTENSIONS;
import static org.dualtraining.catalog.casepackage.MemberType.INTEGER;
import static org.dualtraining.catalog.casepackage.MemberType.LEVELS;
import static org.dualtraining.catalog.casepackage.MemberType.LINK;
import static org.dualtraining.catalog.casepackage.MemberType.LINKS;
import static org.dualtraining.catalog.casepackage.MemberType.NODE;
import static org.dualtraining.catalog.casepackage.MemberType.NUMBER;
import static org.dualtraining.catalog.casepackage.MemberType.OPEN_LIST;
import static org.dualtraining.catalog.casepackage.MemberType.TEXT;
import static org.dualtraining.catalog.casepackage.MemberType.TEXTS;
import static org.dualtraining.catalog.casepackage.MemberType.TIME;
import static org.dualtraining.catalog.casepackage.MemberType.TYPE;
import static org.dualtraining.catalog.casepackage.MemberType.URI;
import static org.dualtraining.catalog.casepackage.MemberType.UUID;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The members of one kind of entity, as both versions of CASE have them.
 *
 * @param required in both versions, but for what {@code requiredSince11} adds
 * @param since11 what version 1.0 does not have
 * @param isOpen whether version 1.0 allows other members beside these
 */
record Shape(
        Map<String, MemberType> members,
        List<String> required,
        List<String> requiredSince11,
        Set<String> since11,
        boolean isOpen) {

    /** The two members that packages of version 1.1 must not have, and of version 1.0 do. */
    static final Set<String> LINKS_TO_THE_DOCUMENT = Set.of("CFDocumentURI", "CFPackageURI");

    private static final List<String> ALWAYS = List.of("identifier", "uri", "lastChangeDateTime");

    private static final Map<EntityKind, Shape> BY_KIND = Map.of(
            EntityKind.DOCUMENT, document(),
            EntityKind.ITEM, item(),
            EntityKind.ASSOCIATION, association(),
            EntityKind.CONCEPT, definition(List.of("title", "hierarchyCode"), "keywords", TEXT),
            EntityKind.SUBJECT, definition(List.of("title", "hierarchyCode")),
            EntityKind.LICENSE, definition(List.of("title", "licenseText"), "licenseText", TEXT),
            EntityKind.ITEM_TYPE, itemType(),
            EntityKind.ASSOCIATION_GROUPING, definition(List.of("title")),
            EntityKind.RUBRIC,
                    closed(Map.of("title", TEXT, "description", TEXT, "CFRubricCriteria", CRITERIA), List.of()));

    static final Shape CRITERION = closed(
            Map.of(
                    "category", TEXT,
                    "description", TEXT,
                    "CFItemURI", LINK,
                    "weight", NUMBER,
                    "position", INTEGER,
                    "rubricId", UUID,
                    "CFRubricCriterionLevels", LEVELS),
            List.of());

    static final Shape LEVEL = closed(
            Map.of(
                    "description", TEXT,
                    "quality", TEXT,
                    "score", NUMBER,
                    "feedback", TEXT,
                    "position", INTEGER,
                    "rubricCriterionId", UUID,
                    "extensions", OPEN_LIST),
            List.of());

    static Shape of(EntityKind kind) {
        Shape shape = BY_KIND.get(kind);
        if (shape == null) {
            throw new IllegalArgumentException("no shape of " + kind);
        }
        return shape;
    }

    List<String> required(CaseVersion version) {
        return version == CaseVersion.V1_0 ? required : requiredSince11;
    }

    private static Shape document() {
        Map<String, MemberType> members = new LinkedHashMap<>(Map.of(
                "frameworkType", TEXT,
                "caseVersion", TEXT,
                "creator", TEXT,
                "title", TEXT,
                "officialSourceURL", URI,
                "publisher", TEXT,
                "description", TEXT,
                "subject", TEXTS,
                "subjectURI", LINKS,
                "language", TEXT));
        members.putAll(Map.of(
                "version", TEXT,
                "adoptionStatus", TEXT,
                "statusStartDate", DATE,
                "statusEndDate", DATE,
                "licenseURI", LINK,
                "notes", TEXT));
        return shape(members, List.of("creator", "title"), List.of(), Set.of("frameworkType", "caseVersion"), true);
    }

    private static Shape item() {
        Map<String, MemberType> members = new LinkedHashMap<>(Map.of(
                "fullStatement", TEXT,
                "alternativeLabel", TEXT,
                "CFItemType", TEXT,
                "humanCodingScheme", TEXT,
                "listEnumeration", TEXT,
                "abbreviatedStatement", TEXT,
                "conceptKeywords", TEXTS,
                "conceptKeywordsURI", LINK,
                "notes", TEXT,
                "subject", TEXTS));
        members.putAll(Map.of(
                "subjectURI", LINKS,
                "language", TEXT,
                "educationLevel", TEXTS,
                "CFItemTypeURI", LINK,
                "licenseURI", LINK,
                "statusStartDate", DATE,
                "statusEndDate", DATE));
        return shape(members, List.of("fullStatement"), List.of(), Set.of("subject", "subjectURI"), true);
    }

    private static Shape association() {
        return shape(
                Map.of(
                        "associationType", TYPE,
                        "sequenceNumber", INTEGER,
                        "originNodeURI", NODE,
                        "destinationNodeURI", NODE,
                        "CFAssociationGroupingURI", LINK,
                        "notes", TEXT),
                List.of("associationType", "originNodeURI", "destinationNodeURI"),
                List.of(),
                Set.of("notes"),
                true);
    }

    private static Shape itemType() {
        return shape(
                Map.of("title", TEXT, "description", TEXT, "hierarchyCode", TEXT, "typeCode", TEXT),
                List.of("title", "hierarchyCode"),
                List.of("description"),
                Set.of(),
                false);
    }

    private static Shape definition(List<String> required) {
        return closed(Map.of("title", TEXT, "description", TEXT, "hierarchyCode", TEXT), required);
    }

    private static Shape definition(List<String> required, String own, MemberType type) {
        return closed(Map.of("title", TEXT, "description", TEXT, "hierarchyCode", TEXT, own, type), required);
    }

    private static Shape closed(Map<String, MemberType> members, List<String> required) {
        return shape(members, required, List.of(), Set.of(), false);
    }

    private static Shape shape(
            Map<String, MemberType> own,
            List<String> required,
            List<String> more11,
            Set<String> since11,
            boolean open) {
        Map<String, MemberType> members = new LinkedHashMap<>();
        members.put("identifier", UUID);
        members.put("uri", URI);
        members.put("lastChangeDateTime", TIME);
        members.put("extensions", EXTENSIONS);
        members.putAll(own);
        List<String> needed = Stream.concat(ALWAYS.stream(), required.stream()).toList();
        List<String> needed11 = Stream.concat(needed.stream(), more11.stream()).toList();
        Set<String> newer =
                Stream.concat(since11.stream(), Stream.of("extensions")).collect(Collectors.toUnmodifiableSet());
        return new Shape(Map.copyOf(members), needed, needed11, newer, open);
    }
}
