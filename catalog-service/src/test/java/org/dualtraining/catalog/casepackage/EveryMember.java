package org.dualtraining.catalog.casepackage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** A package of version 1.1 with every member that its schema has. */
final class EveryMember {

    static final String DOCUMENT = id(1);
    private static final String TIME = "2024-02-29T23:59:59.123+05:30";

    private EveryMember() {}

    static String of11() {
        ObjectNode file = CaseJson.object();
        ObjectNode document = file.putObject("CFDocument");
        entity(
                document,
                "CFDocuments",
                1,
                "caseVersion",
                "1.1",
                "frameworkType",
                "standards",
                "creator",
                "Me",
                "title",
                "Every member");
        text(
                document,
                "officialSourceURL",
                "https://example.org/a",
                "publisher",
                "p",
                "description",
                "d",
                "language",
                "en",
                "version",
                "2");
        text(
                document,
                "adoptionStatus",
                "Private Draft",
                "statusStartDate",
                "2024-01-01",
                "statusEndDate",
                "2024-12-31",
                "notes",
                "n");
        document.putArray("subject").add("Math").add("Art, applied");
        document.putArray("subjectURI").add(link("CFSubjects", 30));
        document.set("licenseURI", link("CFLicenses", 40));
        document.putObject("extensions").put("x", 1).putNull("nothing");
        ArrayNode items = file.putArray("CFItems");
        ObjectNode item = items.addObject();
        entity(
                item,
                "CFItems",
                10,
                "fullStatement",
                "Line one\nline two",
                "alternativeLabel",
                "a",
                "CFItemType",
                "t",
                "humanCodingScheme",
                "H.1");
        text(
                item,
                "listEnumeration",
                "1",
                "abbreviatedStatement",
                "abbr",
                "notes",
                "n",
                "language",
                "en",
                "statusStartDate",
                "2024-01-01");
        item.putArray("conceptKeywords").add("k");
        item.set("conceptKeywordsURI", link("CFConcepts", 20));
        item.putArray("subject").add("s");
        item.putArray("subjectURI").add(link("CFSubjects", 30));
        item.putArray("educationLevel").add("09").add("10");
        item.set("CFItemTypeURI", link("CFItemTypes", 50));
        item.set("licenseURI", link("CFLicenses", 40));
        item.putObject("extensions").putArray("y").add(true);
        entity(items.addObject(), "CFItems", 11, "fullStatement", "");
        ArrayNode associations = file.putArray("CFAssociations");
        ObjectNode child = associations.addObject();
        entity(child, "CFAssociations", 60, "associationType", "isChildOf", "notes", "n");
        child.put("sequenceNumber", 3);
        child.set("originNodeURI", link("CFItems", 10).put("targetType", "CASE"));
        child.set("destinationNodeURI", link("CFDocuments", 1));
        child.set("CFAssociationGroupingURI", link("CFAssociationGroupings", 70));
        child.putObject("extensions").put("z", new BigDecimal("1.50"));
        ObjectNode other = associations.addObject();
        entity(other, "CFAssociations", 61, "associationType", "ext:assesses");
        other.set("originNodeURI", link("CFItems", 10));
        other.set(
                "destinationNodeURI",
                CaseJson.object()
                        .put("title", "elsewhere")
                        .put("identifier", "https://elsewhere.example/9")
                        .put("uri", "https://elsewhere.example/9")
                        .put("targetType", "ext:web"));
        ObjectNode translation = associations.addObject();
        entity(translation, "CFAssociations", 62, "associationType", "isTranslationOf");
        translation.set("originNodeURI", link("CFItems", 11));
        translation.set("destinationNodeURI", link("CFItems", 10));
        definitions(file.putObject("CFDefinitions"));
        rubric(file.putArray("CFRubrics").addObject());
        file.putObject("extensions").put("top", "level");
        return CaseJson.text(file);
    }

    private static void definitions(ObjectNode definitions) {
        entity(
                        definitions.putArray("CFConcepts").addObject(),
                        "CFConcepts",
                        20,
                        "title",
                        "c",
                        "keywords",
                        "a|b",
                        "hierarchyCode",
                        "1",
                        "description",
                        "d")
                .putObject("extensions");
        entity(
                        definitions.putArray("CFSubjects").addObject(),
                        "CFSubjects",
                        30,
                        "title",
                        "s",
                        "hierarchyCode",
                        "1",
                        "description",
                        "d")
                .putObject("extensions");
        entity(
                        definitions.putArray("CFLicenses").addObject(),
                        "CFLicenses",
                        40,
                        "title",
                        "l",
                        "licenseText",
                        "t",
                        "description",
                        "d")
                .putObject("extensions");
        entity(
                        definitions.putArray("CFItemTypes").addObject(),
                        "CFItemTypes",
                        50,
                        "title",
                        "i",
                        "hierarchyCode",
                        "1",
                        "description",
                        "d",
                        "typeCode",
                        "c")
                .putObject("extensions");
        entity(
                        definitions.putArray("CFAssociationGroupings").addObject(),
                        "CFAssociationGroupings",
                        70,
                        "title",
                        "g",
                        "description",
                        "d")
                .putObject("extensions");
        definitions.putObject("extensions").put("d", 1);
    }

    private static void rubric(ObjectNode rubric) {
        entity(rubric, "CFRubrics", 80, "title", "r", "description", "d").putObject("extensions");
        ObjectNode criterion = rubric.putArray("CFRubricCriteria").addObject();
        entity(criterion, "CFRubricCriteria", 81, "category", "c", "description", "d", "rubricId", id(80))
                .put("weight", new BigDecimal("0.5"))
                .put("position", 1);
        criterion.set("CFItemURI", link("CFItems", 10));
        criterion.putObject("extensions");
        ObjectNode level = criterion.putArray("CFRubricCriterionLevels").addObject();
        entity(
                        level,
                        "CFRubricCriterionLevels",
                        82,
                        "description",
                        "d",
                        "quality",
                        "q",
                        "feedback",
                        "f",
                        "rubricCriterionId",
                        id(81))
                .put("score", 4)
                .put("position", 1);
        level.putArray("extensions").addObject().put("l", 1);
    }

    private static ObjectNode entity(ObjectNode entity, String path, int number, String... members) {
        text(
                entity,
                "identifier",
                id(number),
                "uri",
                "https://example.org/ims/case/v1p1/" + path + "/" + id(number),
                "lastChangeDateTime",
                TIME);
        return text(entity, members);
    }

    private static ObjectNode text(ObjectNode entity, String... members) {
        for (int at = 0; at < members.length; at += 2) {
            entity.put(members[at], members[at + 1]);
        }
        return entity;
    }

    static ObjectNode link(String path, int number) {
        return Conformance.link(
                "title " + number, id(number), "https://example.org/ims/case/v1p1/" + path + "/" + id(number));
    }

    static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }
}
