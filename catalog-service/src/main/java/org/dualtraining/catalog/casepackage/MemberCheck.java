package org.dualtraining.catalog.casepackage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Whether the members of one entity are there and what they should be. */
final class MemberCheck {

    private final CaseVersion version;
    private final PackageFindings findings;

    MemberCheck(CaseVersion version, PackageFindings findings) {
        this.version = version;
        this.findings = findings;
    }

    void check(EntityKind kind, ObjectNode entity, String pointer) {
        check(Shape.of(kind), entity, pointer);
        if (kind == EntityKind.ASSOCIATION && entity.path("associationType").isTextual()) {
            String type = entity.path("associationType").asText();
            if (!AssociationTypes.isOf(CaseVersion.V1_1, type)) {
                findings.wrong(
                        pointer + "/associationType",
                        "must be one of CASE's types, or begin with ext: and go on with letters and digits");
            } else if (!AssociationTypes.isOf(version, type)) {
                findings.note(pointer + "/associationType", "is a type of version 1.1; version 1.0 says isRelatedTo");
            }
        }
    }

    private void check(Shape shape, ObjectNode entity, String pointer) {
        for (String name : shape.required(version)) {
            JsonNode value = entity.path(name);
            if (value.isMissingNode() || value.isNull() || isBlankId(shape, name, value)) {
                missing(name, pointer);
            }
        }
        for (Map.Entry<String, JsonNode> member : entity.properties()) {
            String name = member.getKey();
            String place = pointer + "/" + PackageReader.escaped(name);
            MemberType type = shape.members().get(name);
            if (member.getValue().isNull()) {
                findings.note(place, "null is read as absent");
            } else if (Shape.LINKS_TO_THE_DOCUMENT.contains(name)) {
                if (version == CaseVersion.V1_1) {
                    findings.note(place, "is forbidden in a package of version 1.1; left out there");
                }
            } else if (type == null) {
                findings.note(place, "is no member of CASE; kept, in version 1.1 as an extension");
            } else {
                value(type, member.getValue(), place, shape.required(version).contains(name));
            }
        }
        Unstorable.find(entity, pointer, findings);
    }

    private static boolean isBlankId(Shape shape, String name, JsonNode value) {
        return value.isTextual()
                && value.asText().isBlank()
                && (shape.members().get(name) == MemberType.UUID
                        || shape.members().get(name) == MemberType.URI);
    }

    /** Without an identifier, or without what it joins, a thing cannot be kept. */
    private void missing(String name, String pointer) {
        if (name.equals("identifier") || name.endsWith("NodeURI")) {
            findings.fatal(pointer + "/" + name, "is required");
        } else {
            findings.wrong(pointer + "/" + name, "is required");
        }
    }

    private void value(MemberType type, JsonNode value, String place, boolean required) {
        switch (type) {
            case UUID -> uuid(value, place);
            case URI -> uri(value, place, required);
            case TEXT, TYPE -> text(value, place);
            case TEXTS -> texts(value, place);
            case TIME -> time(value, place);
            case DATE -> date(value, place);
            case INTEGER -> integer(value, place);
            case NUMBER -> number(value, place);
            case LINK -> link(value, place, true);
            case NODE -> link(value, place, false);
            case LINKS -> array(value, place, (each, at) -> link(each, at, true));
            case CRITERIA -> array(value, place, (each, at) -> nested(Shape.CRITERION, each, at));
            case LEVELS -> array(value, place, (each, at) -> nested(Shape.LEVEL, each, at));
            case EXTENSIONS -> {
                if (!value.isObject()) {
                    findings.note(place, "is no object; kept in the file");
                }
            }
            case OPEN_LIST -> {
                // anything goes
            }
        }
    }

    private void uuid(JsonNode value, String place) {
        if (!value.isTextual()) {
            findings.fatal(place, "must be text: a UUID");
        } else if (value.asText().isBlank()) {
            // already said: it is missing
            return;
        } else if (!Uuids.isOfCase(value.asText())) {
            findings.fatal(
                    place,
                    "must be a UUID of version 1 to 5; with mintIdentifiers=true one is made of it and the source's own is"
                            + " kept");
        } else if (!value.asText().equals(PackageCheck.key(value.asText()))) {
            findings.note(place, "is read in lower case");
        }
    }

    private void uri(JsonNode value, String place, boolean required) {
        if (text(value, place) && !value.asText().isBlank()) {
            if (Addresses.absolute(value.asText()).isEmpty()) {
                findings.wrong(place, "must be an absolute address");
            }
        } else if (!required) {
            findings.note(place, "is empty; left out");
        }
    }

    private boolean text(JsonNode value, String place) {
        if (!value.isTextual()) {
            findings.wrong(place, "must be text");
        }
        return value.isTextual();
    }

    private void texts(JsonNode value, String place) {
        if (value.isTextual()) {
            if (version == CaseVersion.V1_1) {
                findings.note(place, "is one text and read as an array of one");
            }
        } else {
            array(value, place, (each, at) -> text(each, at));
        }
    }

    private void time(JsonNode value, String place) {
        if (text(value, place)) {
            String said = value.asText();
            Times.time(said)
                    .ifPresentOrElse(
                            read -> {
                                if (!read.equals(said)) {
                                    findings.note(
                                            place, "is read as a date and time with a zone, UTC where none is said");
                                }
                            },
                            () -> findings.wrong(place, "must be a date and time: 2026-05-15T12:00:00Z"));
        }
    }

    private void date(JsonNode value, String place) {
        if (text(value, place)) {
            String said = value.asText();
            if (said.isBlank()) {
                findings.note(place, "is empty; left out");
            } else if (Times.date(said).isEmpty()) {
                findings.wrong(place, "must be a date: 2026-05-15");
            } else if (!Times.isDate(said) && version == CaseVersion.V1_1) {
                findings.note(place, "is read as a date without the time");
            }
        }
    }

    private void integer(JsonNode value, String place) {
        if (value.isTextual() && Conformance.integer(value).isPresent()) {
            findings.note(place, "is text and read as the number that it says");
        } else if (Conformance.integer(value).isEmpty()) {
            findings.wrong(place, "must be a whole number");
        }
    }

    private void number(JsonNode value, String place) {
        if (value.isTextual() && Conformance.number(value).isPresent()) {
            findings.note(place, "is text and read as the number that it says");
        } else if (Conformance.number(value).isEmpty()) {
            findings.wrong(place, "must be a number");
        }
    }

    private void link(JsonNode value, String place, boolean needsUuid) {
        if (!value.isObject()) {
            findings.wrong(place, "must be an object with title, identifier and uri");
            return;
        }
        for (String name : new String[] {"title", "identifier", "uri"}) {
            JsonNode member = value.path(name);
            if (member.isMissingNode() || member.isNull()) {
                missing(name, place);
            } else if (text(member, place + "/" + name) && name.equals("identifier") && needsUuid) {
                uuid(member, place + "/" + name);
            }
        }
    }

    private void nested(Shape shape, JsonNode value, String place) {
        if (value instanceof ObjectNode entity) {
            check(shape, entity, place);
        } else {
            findings.wrong(place, "must be an object");
        }
    }

    private void array(JsonNode value, String place, Each each) {
        if (!value.isArray()) {
            findings.wrong(place, "must be an array");
            return;
        }
        for (int index = 0; index < value.size(); index++) {
            each.check(value.get(index), place + "/" + index);
        }
    }

    private interface Each {
        void check(JsonNode value, String place);
    }
}
