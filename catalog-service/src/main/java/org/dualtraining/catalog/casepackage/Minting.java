package org.dualtraining.catalog.casepackage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.catalog.identity.CatalogIds;

/**
 * Makes UUIDs (version 5) of identifiers that are none, or of a version that CASE does not take, everywhere where they stand, and keeps the source's own beside
 * them: as an extension in version 1.1, as a member in version 1.0, whose schema has room for it.
 */
public final class Minting {

    static final String SOURCE = "sourceIdentifier";

    private final CasePackage file;
    private final PackageFindings findings;
    private final UUID space;
    private final Set<String> inPackage = new HashSet<>();
    private final Map<String, String> minted = new HashMap<>();

    private Minting(CasePackage file, PackageFindings findings) {
        this.file = file;
        this.findings = findings;
        this.space = file.id()
                .orElseGet(() -> CatalogIds.caseShared("document:"
                        + file.identifier()
                        + "|"
                        + file.document().path("uri").asText()));
        inPackage.add(file.identifier());
        file.all(EntityKind.ITEM).forEach(item -> inPackage.add(item.identifier()));
    }

    /** The package with UUIDs; the same one when it has only such. The findings say what was made. */
    public static CasePackage of(CasePackage file, PackageFindings findings) {
        return new Minting(file, findings).mint();
    }

    private CasePackage mint() {
        ObjectNode document = minted(EntityKind.DOCUMENT, file.document().deepCopy(), 0);
        Map<EntityKind, List<Part>> parts = new EnumMap<>(EntityKind.class);
        for (Map.Entry<EntityKind, List<Part>> list : file.parts().entrySet()) {
            List<Part> made = new ArrayList<>();
            for (int index = 0; index < list.getValue().size(); index++) {
                Part part = list.getValue().get(index);
                ObjectNode before = part.json();
                ObjectNode after = minted(list.getKey(), before.deepCopy(), index);
                made.add(after.equals(before) ? part : Part.packed(after));
            }
            parts.put(list.getKey(), made);
        }
        return minted.isEmpty() ? file : file.with(document, parts);
    }

    private ObjectNode minted(EntityKind kind, ObjectNode entity, int index) {
        String said = entity.path("identifier").asText();
        if (entity.path("identifier").isTextual() && !said.isBlank() && !Uuids.isOfCase(said)) {
            findings.note(
                    kind.pointer(index) + "/identifier",
                    "was no UUID of version 1 to 5: one was made of it and it is kept");
            keep(kind, entity, said);
        }
        replace(entity, "");
        return entity;
    }

    private void keep(EntityKind kind, ObjectNode entity, String said) {
        if (file.version() == CaseVersion.V1_1) {
            entity.withObjectProperty("extensions").put(SOURCE, said);
        } else if (Shape.of(kind).isOpen()) {
            entity.put(SOURCE, said);
        }
    }

    /** Identifiers everywhere but at the ends of associations that lead out of the package: those may be anything. */
    private void replace(JsonNode node, String inside) {
        if (node instanceof ObjectNode object) {
            boolean isEnd = inside.endsWith("NodeURI");
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                boolean isId = member.getKey().equals("identifier")
                        || member.getKey().equals("rubricId")
                        || member.getKey().equals("rubricCriterionId");
                if (isId && member.getValue().isTextual()) {
                    String said = member.getValue().asText();
                    if (!said.isBlank() && !Uuids.isOfCase(said) && (!isEnd || inPackage.contains(said))) {
                        member.setValue(TextNode.valueOf(idOf(said)));
                    }
                } else if (!member.getKey().equals("extensions")) {
                    replace(member.getValue(), member.getKey());
                }
            }
        } else {
            node.forEach(each -> replace(each, inside));
        }
    }

    private String idOf(String said) {
        return minted.computeIfAbsent(
                said, each -> CatalogIds.caseEntity(space, "source:" + each).toString());
    }
}
