package org.dualtraining.catalog.casepackage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.dualtraining.catalog.framework.Delivery;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.identity.CatalogIds;
import org.dualtraining.catalog.identity.Names;

/**
 * What the packages of the catalog's own frameworks share: item types, the two ways of delivery, the licence and the rating
 * scale. They are the same in every package, down to their time, so that one id has one answer.
 */
final class OwnEntities {

    static final UUID SECTION_TYPE = CatalogIds.caseShared("item-type:section");
    static final UUID COMPETENCY_TYPE = CatalogIds.caseShared("item-type:competency");
    static final UUID LICENSE = CatalogIds.caseShared("license");
    static final UUID RUBRIC = CatalogIds.caseShared("rubric:rating");

    /** When this file was written: they change with the program only. */
    private static final String SINCE = "2026-01-01T00:00:00Z";

    private static final UUID CRITERION = CatalogIds.caseShared("rubric-criterion:rating");
    private static final List<String> LEVELS = List.of(
            "Has not done it yet",
            "Does parts of it under constant supervision",
            "Does it under supervision",
            "Does it alone, to the standard of the workplace",
            "Does it alone and can show others");

    private OwnEntities() {}

    static String title(Delivery delivery) {
        return delivery == Delivery.RELATED_INSTRUCTION ? "Related instruction" : "On-the-job training";
    }

    static UUID concept(Delivery delivery) {
        return CatalogIds.caseShared("concept:" + delivery);
    }

    static UUID section(UUID framework, SectionKind section) {
        return CatalogIds.caseEntity(framework, "section:" + section);
    }

    static UUID formOrder(UUID framework) {
        return CatalogIds.caseEntity(framework, "form-order");
    }

    static UUID subject(String industry) {
        return CatalogIds.caseShared("subject:" + Names.folded(industry));
    }

    static List<Part> itemTypes() {
        return List.of(
                Part.of(entity(EntityKind.ITEM_TYPE, SECTION_TYPE, "Section")
                        .put("description", "A part of a competency model")
                        .put("hierarchyCode", "1")),
                Part.of(entity(EntityKind.ITEM_TYPE, COMPETENCY_TYPE, "Competency")
                        .put("description", "One named ability with a definition")
                        .put("hierarchyCode", "2")));
    }

    static List<Part> concepts() {
        return List.of(
                Part.of(entity(
                                EntityKind.CONCEPT,
                                concept(Delivery.RELATED_INSTRUCTION),
                                title(Delivery.RELATED_INSTRUCTION))
                        .put("hierarchyCode", "1")
                        .put("description", "Recommended for formal training by a qualified provider")),
                Part.of(entity(EntityKind.CONCEPT, concept(Delivery.ON_THE_JOB), title(Delivery.ON_THE_JOB))
                        .put("hierarchyCode", "2")
                        .put("description", "Recommended for training at the workplace")));
    }

    static List<Part> licenses() {
        return List.of(Part.of(entity(EntityKind.LICENSE, LICENSE, "Terms of the publisher")
                .put("description", "The catalog claims no rights of its own")
                .put(
                        "licenseText",
                        "The competency model is a publication of whoever issued it, under the terms of its issuer.")));
    }

    static Part subjectEntity(String industry) {
        return Part.of(entity(EntityKind.SUBJECT, subject(industry), industry).put("hierarchyCode", "1"));
    }

    /** The 0 to 4 scale of sign-offs; a core competency needs 3 or 4. */
    static Part rubric() {
        ObjectNode rubric = entity(EntityKind.RUBRIC, RUBRIC, "Rating of a sign-off, 0 to 4")
                .put("description", "A core competency is achieved with a rating of 3 or 4");
        ObjectNode criterion = nested(CRITERION)
                .put("category", "Performance")
                .put("description", "How a competency is performed at the workplace")
                .put("weight", 1)
                .put("position", 1)
                .put("rubricId", RUBRIC.toString());
        rubric.putArray("CFRubricCriteria").add(criterion);
        for (int score = 0; score < LEVELS.size(); score++) {
            criterion
                    .withArrayProperty("CFRubricCriterionLevels")
                    .add(nested(CatalogIds.caseShared("rubric-level:rating:" + score))
                            .put("quality", String.valueOf(score))
                            .put("description", LEVELS.get(score))
                            .put("score", score)
                            .put("position", score + 1)
                            .put("rubricCriterionId", CRITERION.toString()));
        }
        return Part.of(rubric);
    }

    private static ObjectNode nested(UUID id) {
        return CaseJson.object()
                .put("identifier", id.toString())
                .put("uri", Addresses.RELATIVE.of(EntityKind.RUBRIC, RUBRIC.toString()) + "#" + id)
                .put("lastChangeDateTime", SINCE);
    }

    private static ObjectNode entity(EntityKind kind, UUID id, String title) {
        return Part.entity(kind, id, SINCE).put("title", title);
    }
}
