package org.dualtraining.catalog.casepackage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.catalog.identity.CatalogIds;
import org.jspecify.annotations.Nullable;

/**
 * An entity of one version as another (or the same) version wants it. What is right already comes out equal as a JSON
 * value; nothing that a version knows is lost.
 */
public final class Conformance {

    private static final UUID NO_ID = new UUID(0, 0);

    private final CasePackage file;
    private final CaseVersion target;
    private final Addresses addresses;
    private final boolean verbatim;

    /** @param verbatim whether what the version's schema allows stays although an API would not answer it: nulls, capital letters in ids */
    Conformance(CasePackage file, CaseVersion target, Addresses addresses, boolean verbatim) {
        this.file = file;
        this.target = target;
        this.addresses = addresses;
        this.verbatim = verbatim && target == CaseVersion.V1_0 && file.version() == CaseVersion.V1_0;
    }

    ObjectNode entity(EntityKind kind, ObjectNode entity) {
        ObjectNode out = conform(Shape.of(kind), kind.plural(), entity);
        if (target == CaseVersion.V1_0 && file.version() != target) {
            if (kind == EntityKind.DOCUMENT && !out.has("CFPackageURI")) {
                out.set("CFPackageURI", packageLink(out));
            } else if ((kind == EntityKind.ITEM || kind == EntityKind.ASSOCIATION) && !out.has("CFDocumentURI")) {
                out.set("CFDocumentURI", documentLink());
            }
        }
        if (kind == EntityKind.DOCUMENT && target == CaseVersion.V1_1 && file.version() != target) {
            out.put("caseVersion", target.number());
        }
        return out;
    }

    ObjectNode documentLink() {
        return link(
                file.title(),
                PackageCheck.key(file.identifier()),
                uriOr(file.document(), EntityKind.DOCUMENT.plural()));
    }

    ObjectNode packageLink(ObjectNode document) {
        String id = PackageCheck.key(document.path("identifier").asText());
        return link(document.path("title").asText(), id, addresses.packageOf(id, target));
    }

    static ObjectNode link(String title, String identifier, String uri) {
        return CaseJson.object()
                .put("title", title)
                .put("identifier", identifier)
                .put("uri", uri);
    }

    private ObjectNode conform(Shape shape, String path, ObjectNode entity) {
        ObjectNode out = CaseJson.object();
        ObjectNode extensions = CaseJson.object();
        for (Map.Entry<String, JsonNode> member : entity.properties()) {
            String name = member.getKey();
            @Nullable MemberType type = shape.members().get(name);
            JsonNode value = member.getValue();
            if (value.isNull()) {
                if (verbatim && isNullAllowed(name)) {
                    out.set(name, value);
                }
            } else if (Shape.LINKS_TO_THE_DOCUMENT.contains(name)) {
                if (target == CaseVersion.V1_0) {
                    out.set(name, verbatim ? value : value(MemberType.LINK, value));
                }
            } else if (type == null) {
                if (target == CaseVersion.V1_1) {
                    extensions.set(name, value);
                } else if (shape.isOpen()) {
                    out.set(name, value);
                }
            } else if (!isTooNew(shape, name)) {
                @Nullable JsonNode conforming = value(type, value);
                if (conforming != null) {
                    out.set(name, conforming);
                }
            }
        }
        if (!extensions.isEmpty()) {
            out.set("extensions", extensions.setAll((ObjectNode) out.withObjectProperty("extensions")));
        }
        fill(shape, path, entity, out);
        return out;
    }

    /** What version 1.0 does not know leaves with the change of version, and where 1.0 forbids it. */
    private boolean isTooNew(Shape shape, String name) {
        return target == CaseVersion.V1_0
                && shape.since11().contains(name)
                && (file.version() == CaseVersion.V1_1 || !shape.isOpen());
    }

    private static boolean isNullAllowed(String name) {
        return Set.of(
                        "statusStartDate",
                        "statusEndDate",
                        "licenseURI",
                        "conceptKeywords",
                        "conceptKeywordsURI",
                        "CFAssociationGroupingURI",
                        "typeCode")
                .contains(name);
    }

    private void fill(Shape shape, String path, ObjectNode entity, ObjectNode out) {
        for (String name : shape.required(target)) {
            if (!out.has(name)) {
                switch (name) {
                    case "uri" -> out.put(name, uriOr(out, path));
                    case "lastChangeDateTime" -> out.put(name, fallbackTime());
                    case "identifier" -> out.put(name, minted(CaseJson.text(entity)));
                    case "associationType" -> out.put(name, AssociationTypes.RELATED);
                    default -> out.put(name, out.path("title").asText());
                }
            }
        }
    }

    private String uriOr(ObjectNode entity, String path) {
        return Addresses.absolute(entity.path("uri").asText())
                .map(any -> entity.path("uri").asText())
                .orElseGet(() -> addresses.in(
                        target,
                        addresses.base() + "/ims/case/v1p1/" + path + "/"
                                + PackageCheck.key(entity.path("identifier").asText())));
    }

    private String fallbackTime() {
        return Times.time(file.document().path("lastChangeDateTime").asText()).orElse("1970-01-01T00:00:00Z");
    }

    private @Nullable JsonNode value(MemberType type, JsonNode value) {
        return switch (type) {
            case UUID -> TextNode.valueOf(uuid(value.asText()));
            case URI -> uri(value);
            case TEXT -> value.isTextual() ? value : value.isValueNode() ? TextNode.valueOf(value.asText()) : null;
            case TYPE -> TextNode.valueOf(AssociationTypes.in(target, value.asText()));
            case TEXTS -> texts(value);
            case TIME -> Times.time(value.asText()).map(TextNode::valueOf).orElse(null);
            case DATE -> date(value);
            case INTEGER -> integer(value).orElse(null);
            case NUMBER -> number(value).orElse(null);
            case LINK -> value.isObject() ? link(value, false) : null;
            case NODE -> value.isObject() ? link(value, true) : null;
            case LINKS -> list(value, each -> each.isObject() ? link(each, false) : null);
            case CRITERIA -> list(value, each -> nested(Shape.CRITERION, each));
            case LEVELS -> list(value, each -> nested(Shape.LEVEL, each));
            case EXTENSIONS -> value.isObject() || target == CaseVersion.V1_0 ? value : null;
            case OPEN_LIST -> value.isArray() ? value : null;
        };
    }

    private String uuid(String said) {
        if (verbatim) {
            return said;
        }
        return Uuids.isUuid(said) ? PackageCheck.key(said) : minted(said);
    }

    private String minted(String said) {
        return CatalogIds.caseEntity(Uuids.read(file.identifier()).orElse(NO_ID), "source:" + said)
                .toString();
    }

    private @Nullable JsonNode uri(JsonNode value) {
        if (!value.isTextual()) {
            return null;
        }
        String said = addresses.in(target, value.asText());
        if (target == CaseVersion.V1_1) {
            return said.isBlank() ? null : TextNode.valueOf(said);
        }
        return Addresses.absolute(said).map(TextNode::valueOf).orElse(null);
    }

    private @Nullable JsonNode texts(JsonNode value) {
        if (value.isTextual() && file.version() == CaseVersion.V1_0 && target == CaseVersion.V1_0) {
            return value;
        }
        if (value.isTextual()) {
            return CaseJson.mapper().createArrayNode().add(value.asText());
        }
        return list(value, each -> value(MemberType.TEXT, each));
    }

    private @Nullable JsonNode date(JsonNode value) {
        String said = value.asText();
        if (target == CaseVersion.V1_0
                && (Times.isDate(said) || Times.time(said).filter(said::equals).isPresent())) {
            return value;
        }
        return Times.date(said).map(TextNode::valueOf).orElse(null);
    }

    static Optional<JsonNode> integer(JsonNode value) {
        Optional<BigDecimal> read = decimal(value)
                .filter(each -> each.stripTrailingZeros().scale() <= 0
                        && each.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0);
        return read.map(each ->
                value.isNumber() ? value : CaseJson.mapper().getNodeFactory().numberNode(each.intValueExact()));
    }

    static Optional<JsonNode> number(JsonNode value) {
        return decimal(value)
                .map(each -> value.isNumber()
                        ? value
                        : CaseJson.mapper().getNodeFactory().numberNode(each));
    }

    private static Optional<BigDecimal> decimal(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        if (value.isTextual() && value.asText().strip().matches("-?\\d{1,20}(\\.\\d{1,20})?")) {
            return Optional.of(new BigDecimal(value.asText().strip()));
        }
        return Optional.empty();
    }

    ObjectNode link(JsonNode link) {
        return link(link, false);
    }

    private ObjectNode link(JsonNode link, boolean isNode) {
        String identifier = link.path("identifier").asText();
        String uri = link.path("uri").asText();
        ObjectNode out = CaseJson.object();
        out.put("title", link.path("title").asText());
        out.put("identifier", isNode && !Uuids.isUuid(identifier) ? identifier : uuid(identifier));
        out.put("uri", linkUri(uri, identifier));
        if (isNode && target == CaseVersion.V1_1 && link.path("targetType").isTextual()) {
            String type = link.path("targetType").asText();
            out.put("targetType", type.equals("CASE") ? type : AssociationTypes.in(target, type));
        }
        return out;
    }

    private String linkUri(String uri, String identifier) {
        String here = addresses.in(target, uri);
        return target == CaseVersion.V1_1 ? here : Addresses.absolute(here).orElse("urn:uuid:" + uuid(identifier));
    }

    private @Nullable JsonNode nested(Shape shape, JsonNode value) {
        return value instanceof ObjectNode entity ? conform(shape, "CFRubrics", entity) : null;
    }

    private static @Nullable JsonNode list(JsonNode value, Each each) {
        if (!value.isArray()) {
            return null;
        }
        ArrayNode out = CaseJson.mapper().createArrayNode();
        for (JsonNode entry : value) {
            @Nullable JsonNode conforming = each.conform(entry);
            if (conforming != null) {
                out.add(conforming);
            }
        }
        return out;
    }

    private interface Each {
        @Nullable
        JsonNode conform(JsonNode value);
    }
}
