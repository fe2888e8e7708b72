package org.dualtraining.catalog.casepackage;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dualtraining.kit.problem.Malformed;
import org.dualtraining.kit.problem.Unprocessable;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file as a package of either version. Only one entity at a time becomes a tree: what is kept is the file and
 * where in it each entity lies.
 */
public final class PackageReader {

    private static final Map<EntityKind, Integer> MOST =
            Map.of(EntityKind.ITEM, 20_000, EntityKind.ASSOCIATION, 100_000);
    private static final int MOST_OF_OTHERS = 20_000;

    private final Part.Source source;
    private final PackageFindings findings;
    private final EnumMap<EntityKind, List<Part>> parts = new EnumMap<>(EntityKind.class);
    private final ObjectNode others = CaseJson.object();
    private final ObjectNode definitions = CaseJson.object();
    private @Nullable ObjectNode document;
    private boolean hasDefinitions;
    private boolean linksToTheDocument;

    private PackageReader(byte[] bytes, PackageFindings findings) {
        this.source = new Part.Source(withoutMark(bytes));
        this.findings = findings;
    }

    /** The package; absent, with the problems in the findings, when the file is none. */
    public static Optional<CasePackage> read(byte[] file, PackageFindings findings) throws IOException {
        return new PackageReader(file, findings).read();
    }

    private Optional<CasePackage> read() throws IOException {
        try (JsonParser parser = CaseJson.parser(source.bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                findings.fatal("", "must be a CASE package: a JSON object with CFDocument");
                return Optional.empty();
            }
            members(parser);
            if (parser.nextToken() != null) {
                throw new Malformed("", "The body goes on after the end of the package.");
            }
        }
        if (document == null) {
            findings.fatal("/CFDocument", "is required: an object");
            return Optional.empty();
        }
        return Optional.of(new CasePackage(
                version(document), document, parts, others, definitions, hasDefinitions, Optional.of(source)));
    }

    private void members(JsonParser parser) throws IOException {
        try {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                member(parser, parser.currentName());
            }
        } catch (StreamConstraintsException e) {
            String place = ": line " + parser.currentLocation().getLineNr() + ".";
            throw new Unprocessable(
                    "",
                    parser.getParsingContext().getNestingDepth() > CaseJson.DEPTH
                            ? "The body is nested too deeply: at most " + CaseJson.DEPTH + " levels are taken" + place
                            : "The body has a text of more than " + CaseJson.TEXT
                                    + " characters, or a number of more than " + CaseJson.DIGITS + " digits" + place);
        }
    }

    private void member(JsonParser parser, String name) throws IOException {
        parser.nextToken();
        switch (name) {
            case "CFDocument" -> document = tree(parser) instanceof ObjectNode object ? object : null;
            case "CFItems" -> entities(parser, EntityKind.ITEM);
            case "CFAssociations" -> entities(parser, EntityKind.ASSOCIATION);
            case "CFRubrics" -> entities(parser, EntityKind.RUBRIC);
            case "CFDefinitions" -> definitions(parser);
            default -> {
                others.set(name, tree(parser));
                if (!name.equals("extensions")) {
                    findings.note("/" + escaped(name), "is no member of a package; kept as an extension");
                }
            }
        }
    }

    private void definitions(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            // version 1.0 allows an empty array in its place
            JsonNode other = tree(parser);
            if (!other.isNull() && !(other.isArray() && other.isEmpty())) {
                findings.fatal("/CFDefinitions", "must be an object");
            } else {
                others.set("CFDefinitions", other);
            }
            return;
        }
        hasDefinitions = true;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Optional<EntityKind> kind = EntityKind.DEFINITIONS.stream()
                    .filter(each -> each.plural().equals(name))
                    .findFirst();
            if (kind.isPresent()) {
                entities(parser, kind.get());
            } else {
                definitions.set(name, tree(parser));
                if (!name.equals("extensions")) {
                    findings.note(
                            "/CFDefinitions/" + escaped(name),
                            "is no member of CFDefinitions; kept in the file, and as an extension in version 1.1");
                }
            }
        }
    }

    private void entities(JsonParser parser, EntityKind kind) throws IOException {
        String place = kind.pointer(0).substring(0, kind.pointer(0).lastIndexOf('/'));
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            findings.note(place, "null is read as absent");
            return;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            findings.fatal(place, "must be an array");
            parser.skipChildren();
            return;
        }
        List<Part> found = new ArrayList<>();
        int most = MOST.getOrDefault(kind, MOST_OF_OTHERS);
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            if (index == most) {
                throw new Unprocessable(place, "may have at most " + most + " entries in one package");
            }
            int from = (int) parser.currentTokenLocation().getByteOffset();
            JsonNode entity = tree(parser);
            int to = (int) parser.currentLocation().getByteOffset();
            if (entity.isObject()) {
                linksToTheDocument |= entity.has("CFDocumentURI");
                found.add(new Part.Slice(entity.path("identifier").asText(), source, from, to));
            } else {
                findings.fatal(kind.pointer(index), "must be an object");
            }
        }
        parts.put(kind, found);
    }

    /** Says {@code caseVersion}; else the members that only one version has; else the addresses; else it is the newer one. */
    private CaseVersion version(ObjectNode cfDocument) {
        String said = cfDocument.path("caseVersion").asText();
        if (said.equals(CaseVersion.V1_1.number())) {
            return CaseVersion.V1_1;
        }
        if (said.equals(CaseVersion.V1_0.number()) || linksToTheDocument || cfDocument.has("CFPackageURI")) {
            return CaseVersion.V1_0;
        }
        boolean speaksOf10 = Stream.of(cfDocument.path("uri").asText(), firstItemsUri())
                .anyMatch(uri -> uri.contains("/" + CaseVersion.V1_0.path() + "/"));
        return speaksOf10 ? CaseVersion.V1_0 : CaseVersion.V1_1;
    }

    private String firstItemsUri() {
        List<Part> items = parts.getOrDefault(EntityKind.ITEM, List.of());
        return items.isEmpty() ? "" : items.get(0).json().path("uri").asText();
    }

    private static JsonNode tree(JsonParser parser) throws IOException {
        return CaseJson.mapper().readTree(parser);
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Offsets count from the first byte that the parser sees, and only UTF-8 is JSON. */
    private static byte[] withoutMark(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] == 0 || bytes[1] == 0 || (bytes[0] & 0xFE) == 0xFE)) {
            throw new Malformed("", "The package must be UTF-8.");
        }
        boolean hasMark =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return hasMark ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }
}
