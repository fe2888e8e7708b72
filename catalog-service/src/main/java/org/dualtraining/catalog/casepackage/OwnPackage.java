package org.dualtraining.catalog.casepackage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.catalog.framework.Delivery;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.Replacement;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.dualtraining.catalog.framework.VersionContent;
import org.dualtraining.catalog.framework.VersionStatus;
import org.dualtraining.catalog.identity.CatalogIds;
import org.jspecify.annotations.Nullable;

/**
 * The package of a framework that did not come as one: the sections and competencies are items, their list order is the
 * sequence of isChildOf, and the order of the training-plan form is a group of precedes.
 */
final class OwnPackage {

    static final String CORE = "Core";

    private final FrameworkVersion version;
    private final VersionContent content;
    private final UUID framework;
    private final String creator;
    private final String changed;
    private final List<Part> items = new ArrayList<>();
    private final List<Part> associations = new ArrayList<>();

    private OwnPackage(FrameworkVersion version, String creator) {
        this.version = version;
        this.content = version.content();
        this.framework = version.frameworkId();
        this.creator = creator;
        this.changed = Times.write(version.changedAt());
    }

    static CasePackage of(FrameworkVersion version, String creator) {
        return new OwnPackage(version, creator).make();
    }

    private CasePackage make() {
        sections();
        competencies();
        formOrder();
        replacements();
        EnumMap<EntityKind, List<Part>> parts = new EnumMap<>(EntityKind.class);
        parts.put(EntityKind.ITEM, items);
        parts.put(EntityKind.ASSOCIATION, associations);
        parts.put(EntityKind.CONCEPT, OwnEntities.concepts());
        parts.put(
                EntityKind.SUBJECT,
                content.industry() == null ? List.of() : List.of(OwnEntities.subjectEntity(content.industry())));
        parts.put(EntityKind.LICENSE, OwnEntities.licenses());
        parts.put(EntityKind.ITEM_TYPE, OwnEntities.itemTypes());
        parts.put(
                EntityKind.ASSOCIATION_GROUPING,
                List.of(Part.of(Part.entity(EntityKind.ASSOCIATION_GROUPING, OwnEntities.formOrder(framework), changed)
                        .put("title", "Order of the training-plan form")
                        .put("description", "Each competency precedes the one of the next row"))));
        parts.put(EntityKind.RUBRIC, List.of(OwnEntities.rubric()));
        return new CasePackage(
                CaseVersion.V1_1, document(), parts, CaseJson.object(), CaseJson.object(), true, Optional.empty());
    }

    private ObjectNode document() {
        ObjectNode document = Part.entity(EntityKind.DOCUMENT, framework, changed)
                .put("caseVersion", CaseVersion.V1_1.number())
                .put("creator", creator)
                .put("title", content.title())
                .put("language", "en")
                .put("version", String.valueOf(version.number()))
                .put("adoptionStatus", adoptionStatus(version.status()));
        if (content.description() != null) {
            document.put("description", content.description());
        }
        if (content.industry() != null) {
            document.putArray("subject").add(content.industry());
            document.putArray("subjectURI")
                    .add(link(EntityKind.SUBJECT, OwnEntities.subject(content.industry()), content.industry()));
        }
        document.set("licenseURI", link(EntityKind.LICENSE, OwnEntities.LICENSE, "Terms of the publisher"));
        if (!content.provenance().basedOn().isEmpty()) {
            document.put(
                    "notes",
                    "Based on: "
                            + String.join(
                                    "; ",
                                    content.provenance().basedOn().stream()
                                            .map(basis -> basis.title())
                                            .toList()));
        }
        return document;
    }

    static String adoptionStatus(VersionStatus status) {
        return switch (status) {
            case DRAFT -> "Draft";
            case PUBLISHED -> "Implemented";
            case RETIRED -> "Retired";
        };
    }

    private void sections() {
        int sequence = 0;
        for (SectionKind section : SectionKind.values()) {
            if (content.competencies().stream().anyMatch(row -> row.section() == section)) {
                items.add(Part.of(section(framework, section, changed)));
                associations.add(Part.of(child(
                        OwnEntities.section(framework, section),
                        section.title(),
                        framework,
                        content.title(),
                        ++sequence)));
            }
        }
    }

    static ObjectNode section(UUID framework, SectionKind section, String changed) {
        String title = section.title();
        ObjectNode item = Part.entity(EntityKind.ITEM, OwnEntities.section(framework, section), changed)
                .put("fullStatement", title)
                .put("CFItemType", "Section");
        item.set("CFItemTypeURI", link(EntityKind.ITEM_TYPE, OwnEntities.SECTION_TYPE, "Section"));
        item.set("conceptKeywordsURI", delivery(section));
        return item;
    }

    private void competencies() {
        Map<UUID, String> names = new HashMap<>();
        content.competencies().forEach(row -> names.put(row.competencyId(), row.name()));
        for (VersionCompetency row : inListOrder(content)) {
            items.add(Part.of(item(row, changed)));
            @Nullable UUID parent = row.parentId();
            associations.add(Part.of(
                    parent == null
                            ? child(
                                    row.competencyId(),
                                    row.name(),
                                    OwnEntities.section(framework, row.section()),
                                    row.section().title(),
                                    row.listPosition() + 1)
                            : child(
                                    row.competencyId(),
                                    row.name(),
                                    parent,
                                    names.getOrDefault(parent, ""),
                                    row.listPosition() + 1)));
        }
    }

    static List<VersionCompetency> inListOrder(VersionContent content) {
        return content.competencies().stream()
                .sorted(Comparator.comparingInt(VersionCompetency::listPosition))
                .toList();
    }

    /** Name and definition both survive: the name as abbreviated, the definition as full statement. */
    static ObjectNode item(VersionCompetency row, String changed) {
        ObjectNode item = Part.entity(EntityKind.ITEM, row.competencyId(), changed);
        state(item, row);
        item.put("CFItemType", "Competency");
        item.set("CFItemTypeURI", link(EntityKind.ITEM_TYPE, OwnEntities.COMPETENCY_TYPE, "Competency"));
        item.set("conceptKeywordsURI", delivery(row.section()));
        if (row.core()) {
            item.putArray("conceptKeywords").add(CORE);
        }
        return item;
    }

    static void state(ObjectNode item, VersionCompetency row) {
        if (row.definition() == null) {
            item.put("fullStatement", row.name());
            item.remove("abbreviatedStatement");
        } else {
            item.put("fullStatement", row.definition());
            item.put("abbreviatedStatement", row.name());
        }
        if (row.code() == null) {
            item.remove("humanCodingScheme");
        } else {
            item.put("humanCodingScheme", row.code());
        }
    }

    private void formOrder() {
        List<VersionCompetency> rows = content.competencies().stream()
                .sorted(Comparator.comparingInt(VersionCompetency::formPosition))
                .toList();
        for (int at = 0; at + 1 < rows.size(); at++) {
            VersionCompetency row = rows.get(at);
            VersionCompetency next = rows.get(at + 1);
            ObjectNode precedes = association(
                            framework,
                            AssociationTypes.PRECEDES,
                            row.competencyId(),
                            row.name(),
                            next.competencyId(),
                            next.name(),
                            changed)
                    .put("sequenceNumber", at + 1);
            precedes.set(
                    "CFAssociationGroupingURI",
                    link(
                            EntityKind.ASSOCIATION_GROUPING,
                            OwnEntities.formOrder(framework),
                            "Order of the training-plan form"));
            associations.add(Part.of(precedes));
        }
    }

    private void replacements() {
        Map<UUID, String> names = new HashMap<>();
        content.competencies().forEach(row -> names.put(row.competencyId(), row.name()));
        for (Replacement replacement : content.replacements()) {
            associations.add(Part.of(replaced(
                    framework, replacement, names.getOrDefault(replacement.to(), "Another competency"), changed)));
        }
    }

    /** The old item is the origin; it is not in the package any more. */
    static ObjectNode replaced(UUID framework, Replacement replacement, String name, String changed) {
        return association(
                framework,
                AssociationTypes.REPLACED,
                replacement.from(),
                "Retired competency",
                replacement.to(),
                name,
                changed);
    }

    private ObjectNode child(UUID child, String name, UUID parent, String parentName, int sequence) {
        return child(framework, child, name, parent, parentName, sequence, changed);
    }

    static ObjectNode child(
            UUID framework, UUID child, String name, UUID parent, String parentName, int sequence, String changed) {
        ObjectNode association =
                association(framework, AssociationTypes.CHILD, child, name, parent, parentName, changed);
        if (parent.equals(framework)) {
            association.set("destinationNodeURI", link(EntityKind.DOCUMENT, framework, parentName));
        }
        return association.put("sequenceNumber", sequence);
    }

    private static ObjectNode association(
            UUID framework, String type, UUID origin, String originName, UUID end, String endName, String changed) {
        UUID id = CatalogIds.caseEntity(framework, type + ":" + origin + ":" + end);
        ObjectNode association =
                Part.entity(EntityKind.ASSOCIATION, id, changed).put("associationType", type);
        association.set("originNodeURI", link(EntityKind.ITEM, origin, originName));
        association.set("destinationNodeURI", link(EntityKind.ITEM, end, endName));
        return association;
    }

    private static ObjectNode delivery(SectionKind section) {
        Delivery delivery = section.recommendedDelivery();
        return link(EntityKind.CONCEPT, OwnEntities.concept(delivery), OwnEntities.title(delivery));
    }

    private static ObjectNode link(EntityKind kind, UUID id, String title) {
        return Conformance.link(title, id.toString(), Addresses.RELATIVE.of(kind, id.toString()));
    }
}
