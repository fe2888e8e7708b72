package org.dualtraining.catalog.ctdl;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.catalog.export.ProviderConfig;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.OccupationText;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.dualtraining.catalog.framework.VersionStatus;
import org.dualtraining.catalog.occupation.OnetSocCode;
import org.jspecify.annotations.Nullable;

/**
 * The graph of one version: the framework, then its competencies in list order, linked both ways. Members are single or
 * arrays, and text is plain or by language, as the registry's own documents have them; what is unknown is left out.
 */
final class CtdlGraph {

    private static final String CONTEXT = "https://credreg.net/ctdlasn/schema/context/json";
    private static final String STATUS = "http://credreg.net/ctdlasn/vocabs/publicationStatus/";
    private static final String LANGUAGE = "en-US";
    private static final String ONET = "https://www.onetcenter.org/";
    private static final String ONET_OCCUPATION = "https://www.onetonline.org/link/summary/";

    private final JsonGenerator json;
    private final FrameworkVersion version;
    private final ProviderConfig provider;
    private final List<VersionCompetency> tops = new ArrayList<>();
    private final Map<UUID, List<VersionCompetency>> children = new HashMap<>();

    private CtdlGraph(JsonGenerator json, FrameworkVersion version, ProviderConfig provider) {
        this.json = json;
        this.version = version;
        this.provider = provider;
        version.content().competencies().stream()
                .sorted(Comparator.comparingInt(VersionCompetency::listPosition))
                .forEach(row -> siblings(row.parentId()).add(row));
    }

    /** Writes competency by competency, so that a large framework costs no more memory than a small one. */
    static void write(JsonGenerator json, FrameworkVersion version, ProviderConfig provider) throws IOException {
        CtdlGraph graph = new CtdlGraph(json, version, provider);
        json.writeStartObject();
        json.writeStringField("@context", CONTEXT);
        json.writeArrayFieldStart("@graph");
        graph.writeFramework();
        graph.writeCompetencies();
        json.writeEndArray();
        json.writeEndObject();
    }

    private List<VersionCompetency> siblings(@Nullable UUID parent) {
        return parent == null ? tops : children.computeIfAbsent(parent, p -> new ArrayList<>());
    }

    private void writeFramework() throws IOException {
        json.writeStartObject();
        json.writeStringField("@id", frameworkAddress());
        json.writeStringField("@type", "ceasn:CompetencyFramework");
        json.writeStringField("ceterms:ctid", ctid(version.frameworkId()));
        String title = version.content().title();
        String description = version.content().description();
        writeText("ceasn:name", title);
        // the registry asks for one
        writeText("ceasn:description", description == null ? title : description);
        json.writeArrayFieldStart("ceasn:inLanguage");
        json.writeString(LANGUAGE);
        json.writeEndArray();
        json.writeStringField("ceasn:publicationStatusType", STATUS + status(version.status()));
        writeTexts("ceasn:publisherName", List.of(provider.name()));
        json.writeStringField("ceasn:dateModified", version.changedAt().toString());
        OccupationText occupation = version.content().occupation();
        if (occupation != null) {
            writeOccupations(occupation);
        }
        writeAddresses("ceasn:hasTopChild", tops);
        json.writeEndObject();
    }

    /** Codes that the document gives; what is not written like one is no code. */
    private void writeOccupations(OccupationText occupation) throws IOException {
        List<OnetSocCode> codes = occupation.onetSocCodes().stream()
                .flatMap(written -> OnetSocCode.parse(written).stream())
                .distinct()
                .toList();
        if (codes.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("ceterms:occupationType");
        for (OnetSocCode code : codes) {
            json.writeStartObject();
            json.writeStringField("@type", "ceterms:CredentialAlignmentObject");
            json.writeStringField("ceterms:framework", ONET + "taxonomy.html");
            writeText("ceterms:frameworkName", "O*NET-SOC");
            json.writeStringField("ceterms:targetNode", ONET_OCCUPATION + code.value());
            writeText("ceterms:targetNodeName", occupation.title());
            json.writeStringField("ceterms:codedNotation", code.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Depth first, so that a reader meets a parent before its children; without recursion, whatever the depth. */
    private void writeCompetencies() throws IOException {
        Deque<Placed> next = new ArrayDeque<>();
        pushReversed(next, tops);
        while (!next.isEmpty()) {
            Placed placed = next.pop();
            List<VersionCompetency> below =
                    children.getOrDefault(placed.competency().competencyId(), List.of());
            writeCompetency(placed.competency(), placed.position(), below);
            pushReversed(next, below);
        }
    }

    private static void pushReversed(Deque<Placed> next, List<VersionCompetency> siblings) {
        for (int i = siblings.size(); i > 0; i--) {
            next.push(new Placed(siblings.get(i - 1), i));
        }
    }

    /** A competency and its position among its siblings, from 1. */
    private record Placed(VersionCompetency competency, int position) {}

    private void writeCompetency(VersionCompetency competency, int position, List<VersionCompetency> below)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("@id", address(competency.competencyId()));
        json.writeStringField("@type", "ceasn:Competency");
        json.writeStringField("ceterms:ctid", ctid(competency.competencyId()));
        String definition = competency.definition();
        writeText("ceasn:competencyLabel", competency.name());
        writeText("ceasn:competencyText", definition == null ? competency.name() : definition);
        writeText("ceasn:competencyCategory", competency.section().title());
        if (!competency.core()) {
            // the term list has no member for it
            writeTexts("ceasn:comment", List.of("It is optional."));
        }
        String code = competency.code();
        if (code != null) {
            json.writeStringField("ceasn:codedNotation", code);
        }
        json.writeStringField("ceasn:listID", String.valueOf(position));
        json.writeStringField("ceasn:isPartOf", frameworkAddress());
        UUID parent = competency.parentId();
        if (parent == null) {
            json.writeStringField("ceasn:isTopChildOf", frameworkAddress());
        } else {
            json.writeArrayFieldStart("ceasn:isChildOf");
            json.writeString(address(parent));
            json.writeEndArray();
        }
        writeAddresses("ceasn:hasChild", below);
        json.writeEndObject();
    }

    private void writeTexts(String member, List<String> texts) throws IOException {
        json.writeObjectFieldStart(member);
        json.writeArrayFieldStart(LANGUAGE);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeText(String member, String text) throws IOException {
        json.writeObjectFieldStart(member);
        json.writeStringField(LANGUAGE, text);
        json.writeEndObject();
    }

    private void writeAddresses(String member, List<VersionCompetency> competencies) throws IOException {
        if (competencies.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(member);
        for (VersionCompetency competency : competencies) {
            json.writeString(address(competency.competencyId()));
        }
        json.writeEndArray();
    }

    private String frameworkAddress() {
        return provider.url() + "/api/v1/frameworks/" + version.frameworkId() + "/versions/" + version.number();
    }

    private String address(UUID competency) {
        return provider.url() + "/api/v1/competencies/" + competency;
    }

    private static String ctid(UUID id) {
        return "ce-" + id;
    }

    private static String status(VersionStatus status) {
        return switch (status) {
            case DRAFT -> "Draft";
            case PUBLISHED -> "Published";
            case RETIRED -> "Deprecated";
        };
    }
}
