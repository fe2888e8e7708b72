package org.dualtraining.catalog.casepackage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;

/** What one version's entities look like, in the words of OpenAPI 3.0: which members there are, and which always. */
public final class EntitySchemas {

    private static final String LINK = "LinkURI";
    private static final String CRITERION = "CFRubricCriterion";
    private static final String LEVEL = "CFRubricCriterionLevel";

    private final CaseVersion version;

    private EntitySchemas(CaseVersion version) {
        this.version = version;
    }

    /** By name: "CFItem". */
    public static ObjectNode of(CaseVersion version) {
        return new EntitySchemas(version).all();
    }

    /** A reference to the schema of one entity. */
    public static ObjectNode one(EntityKind kind) {
        return ref(kind.singular());
    }

    /** An object with a list of entities. */
    public static ObjectNode set(EntityKind kind) {
        ObjectNode set = object(List.of(kind.plural()));
        set.withObjectProperty("properties").set(kind.plural(), list(one(kind)));
        return set;
    }

    private ObjectNode all() {
        ObjectNode all = CaseJson.object();
        for (EntityKind kind : EntityKind.values()) {
            all.set(kind.singular(), entity(Shape.of(kind)));
        }
        member(all, EntityKind.DOCUMENT, "CFPackageURI");
        member(all, EntityKind.ITEM, "CFDocumentURI");
        member(all, EntityKind.ASSOCIATION, "CFDocumentURI");
        all.set(CRITERION, entity(Shape.CRITERION));
        all.set(LEVEL, entity(Shape.LEVEL));
        all.set(LINK, link());
        all.set("CFPackage", wholePackage());
        return all;
    }

    private static void member(ObjectNode all, EntityKind kind, String name) {
        ((ObjectNode) all.path(kind.singular()).path("properties")).set(name, ref(LINK));
    }

    private ObjectNode entity(Shape shape) {
        ObjectNode entity = object(shape.required(version));
        ObjectNode properties = entity.putObject("properties");
        new TreeMap<>(shape.members()).forEach((name, type) -> {
            if (version == CaseVersion.V1_1 || !shape.since11().contains(name)) {
                properties.set(name, type(type));
            }
        });
        return entity;
    }

    private ObjectNode type(MemberType type) {
        return switch (type) {
            case UUID -> text("uuid");
            case URI -> text("uri");
            case TEXT, TYPE -> text("");
            case TEXTS -> list(text(""));
            case TIME -> text("date-time");
            // version 1.0 says times here too
            case DATE -> text(version == CaseVersion.V1_0 ? "" : "date");
            case INTEGER -> CaseJson.object().put("type", "integer");
            case NUMBER -> CaseJson.object().put("type", "number");
            case LINK, NODE -> ref(LINK);
            case LINKS -> list(ref(LINK));
            case CRITERIA -> list(ref(CRITERION));
            case LEVELS -> list(ref(LEVEL));
            case EXTENSIONS -> CaseJson.object().put("type", "object");
            case OPEN_LIST -> list(CaseJson.object());
        };
    }

    private static ObjectNode link() {
        ObjectNode link = object(List.of("title", "identifier", "uri"));
        ObjectNode properties = link.putObject("properties");
        properties.set("title", text(""));
        properties.set("identifier", text(""));
        properties.set("uri", text(""));
        return link;
    }

    private static ObjectNode wholePackage() {
        ObjectNode whole = object(List.of(EntityKind.DOCUMENT.singular()));
        ObjectNode properties = whole.putObject("properties");
        properties.set(EntityKind.DOCUMENT.singular(), one(EntityKind.DOCUMENT));
        for (EntityKind kind : List.of(EntityKind.ITEM, EntityKind.ASSOCIATION, EntityKind.RUBRIC)) {
            properties.set(kind.plural(), list(one(kind)));
        }
        ObjectNode definitions =
                properties.putObject("CFDefinitions").put("type", "object").putObject("properties");
        EntityKind.DEFINITIONS.forEach(kind -> definitions.set(kind.plural(), list(one(kind))));
        return whole;
    }

    private static ObjectNode object(List<String> required) {
        ObjectNode object = CaseJson.object().put("type", "object");
        if (!required.isEmpty()) {
            ArrayNode names = object.putArray("required");
            required.forEach(names::add);
        }
        return object;
    }

    private static ObjectNode list(ObjectNode entry) {
        ObjectNode list = CaseJson.object().put("type", "array");
        list.set("items", entry);
        return list;
    }

    private static ObjectNode ref(String name) {
        return CaseJson.object().put("$ref", "#/components/schemas/" + name);
    }

    private static ObjectNode text(String format) {
        ObjectNode text = CaseJson.object().put("type", "string");
        return format.isEmpty() ? text : text.put("format", format);
    }
}
