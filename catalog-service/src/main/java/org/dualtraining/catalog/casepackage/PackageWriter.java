package org.dualtraining.catalog.casepackage;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Writes a package, or one entity of it, in a version; one entity at a time is a tree. */
public final class PackageWriter {

    private final CasePackage file;
    private final CaseVersion target;
    private final Conformance conformance;
    private final boolean sameVersion;

    private PackageWriter(CasePackage file, CaseVersion target, Addresses addresses, boolean verbatim) {
        this.file = file;
        this.target = target;
        this.conformance = new Conformance(file, target, addresses, verbatim);
        this.sameVersion = target == file.version();
    }

    /** For files: what the version allows stays as it came, nulls too. */
    public static PackageWriter forFiles(CasePackage file, CaseVersion target, Addresses addresses) {
        return new PackageWriter(file, target, addresses, true);
    }

    /** For the provider: what is absent is left out, never null, and ids are in lower case. */
    public static PackageWriter forProvider(CasePackage file, CaseVersion target, Addresses addresses) {
        return new PackageWriter(file, target, addresses, false);
    }

    /** Every value as it came, right or not: to keep it. */
    public static void verbatim(CasePackage file, OutputStream out) throws IOException {
        if (file.source().isPresent()) {
            out.write(file.source().get().bytes);
            return;
        }
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            json.writeFieldName("CFDocument");
            json.writeTree(file.document());
            for (EntityKind kind : file.parts().keySet()) {
                if (!EntityKind.DEFINITIONS.contains(kind)) {
                    verbatim(json, file, kind);
                }
            }
            if (file.hasDefinitions()) {
                json.writeObjectFieldStart("CFDefinitions");
                for (EntityKind kind : file.parts().keySet()) {
                    if (EntityKind.DEFINITIONS.contains(kind)) {
                        verbatim(json, file, kind);
                    }
                }
                members(json, file.definitions());
                json.writeEndObject();
            }
            members(json, file.others());
            json.writeEndObject();
        }
    }

    private static void verbatim(JsonGenerator json, CasePackage file, EntityKind kind) throws IOException {
        json.writeArrayFieldStart(kind.plural());
        for (Part part : file.all(kind)) {
            json.writeTree(part.json());
        }
        json.writeEndArray();
    }

    private static void members(JsonGenerator json, ObjectNode members) throws IOException {
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            json.writeFieldName(member.getKey());
            json.writeTree(member.getValue());
        }
    }

    private static JsonGenerator generator(OutputStream out) throws IOException {
        return CaseJson.mapper()
                .getFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setCodec(CaseJson.mapper());
    }

    public void write(OutputStream out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            json.writeFieldName("CFDocument");
            json.writeTree(conformance.entity(EntityKind.DOCUMENT, file.document()));
            list(json, EntityKind.ITEM);
            list(json, EntityKind.ASSOCIATION);
            definitions(json);
            list(json, EntityKind.RUBRIC);
            others(json);
            json.writeEndObject();
        }
    }

    private void list(JsonGenerator json, EntityKind kind) throws IOException {
        if (!file.parts().containsKey(kind)) {
            return;
        }
        json.writeArrayFieldStart(kind.plural());
        for (Part part : file.all(kind)) {
            json.writeTree(conformance.entity(kind, part.json()));
        }
        json.writeEndArray();
    }

    private void definitions(JsonGenerator json) throws IOException {
        if (!file.hasDefinitions()) {
            return;
        }
        json.writeObjectFieldStart("CFDefinitions");
        for (EntityKind kind : EntityKind.DEFINITIONS) {
            list(json, kind);
        }
        if (target == CaseVersion.V1_1) {
            extensions(json, file.definitions());
        }
        json.writeEndObject();
    }

    private void others(JsonGenerator json) throws IOException {
        ObjectNode rest = file.others().deepCopy();
        JsonNode definitions = rest.remove("CFDefinitions");
        if (sameVersion && target == CaseVersion.V1_0 && definitions != null && definitions.isArray()) {
            json.writeFieldName("CFDefinitions");
            json.writeTree(definitions);
        }
        if (target == CaseVersion.V1_1) {
            extensions(json, rest);
        }
    }

    /** What is there as extensions, and beside it what no version knows. */
    private static void extensions(JsonGenerator json, ObjectNode members) throws IOException {
        ObjectNode extensions = CaseJson.object();
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            if (member.getKey().equals("extensions") && member.getValue() instanceof ObjectNode given) {
                extensions.setAll(given);
            } else if (!member.getValue().isNull()) {
                extensions.set(member.getKey(), member.getValue());
            }
        }
        if (!extensions.isEmpty() || members.path("extensions").isObject()) {
            json.writeFieldName("extensions");
            json.writeTree(extensions);
        }
    }

    /** One entity as it stands alone: with the links that packages of version 1.1 do not have. */
    public ObjectNode entity(EntityKind kind, ObjectNode entity) {
        ObjectNode conforming = conformance.entity(kind, entity);
        String link = kind == EntityKind.DOCUMENT ? "CFPackageURI" : "CFDocumentURI";
        if (List.of(EntityKind.DOCUMENT, EntityKind.ITEM, EntityKind.ASSOCIATION)
                        .contains(kind)
                && !conforming.has(link)) {
            JsonNode given = entity.path(link);
            conforming.set(
                    link,
                    given.isObject()
                            ? conformance.link(given)
                            : kind == EntityKind.DOCUMENT
                                    ? conformance.packageLink(conforming)
                                    : conformance.documentLink());
        }
        return conforming;
    }
}
