package org.dualtraining.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dualtraining.catalog.casepackage.CaseVersion;

/** The official schemas of a CASE package, and of what is in one. */
public final class CaseSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private CaseSchemas() {}

    public static byte[] file(String name) {
        try (InputStream file = CaseSchemas.class.getResourceAsStream("/case/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException(name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a package, in words. */
    public static List<String> violations(CaseVersion version, String json) {
        return violations(version, "", json);
    }

    /** The same for one entity, by the schema's definition: "CFPckgItem". */
    public static List<String> violations(CaseVersion version, String definition, String json) {
        return SCHEMAS
                .computeIfAbsent(version + definition, key -> validator(version, definition))
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private static Schema validator(CaseVersion version, String definition) {
        boolean newer = version == CaseVersion.V1_1;
        String definitions = newer ? "$defs" : "definitions";
        ObjectNode schema = schema(version);
        if (!definition.isEmpty()) {
            ObjectNode part =
                    (ObjectNode) schema.get(definitions).get(definition).deepCopy();
            part.set(definitions, schema.get(definitions));
            schema = part;
        }
        return SchemaRegistry.withDefaultDialect(
                        newer ? SpecificationVersion.DRAFT_2019_09 : SpecificationVersion.DRAFT_7)
                .getSchema(schema.toString(), InputFormat.JSON);
    }

    private static ObjectNode schema(CaseVersion version) {
        try {
            return (ObjectNode) JSON.readTree(file("official_case-" + version.path() + "-cfpackage.schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
