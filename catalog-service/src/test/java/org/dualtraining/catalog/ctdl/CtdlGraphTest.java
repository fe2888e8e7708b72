package org.dualtraining.catalog.ctdl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dualtraining.catalog.export.ProviderConfig;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.OccupationText;
import org.dualtraining.catalog.framework.Provenance;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.dualtraining.catalog.framework.VersionContent;
import org.dualtraining.catalog.framework.VersionStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CtdlGraphTest {

    private static final ProviderConfig PROVIDER = new ProviderConfig() {
        @Override
        public String url() {
            return "https://catalog.example.org";
        }

        @Override
        public String name() {
            return "The State";
        }
    };

    @Test
    void codes_of_the_document_become_coded_notations_and_occupation_types() throws IOException {
        JsonNode graph = graph(List.of(competency(0, null, "BS-1", false)));
        JsonNode occupation = graph.path(0).path("ceterms:occupationType");
        assertThat(occupation).hasSize(1);
        assertThat(occupation.path(0).path("ceterms:codedNotation").asText()).isEqualTo("29-2072.00");
        assertThat(occupation.path(0).path("ceterms:targetNode").asText()).endsWith("/29-2072.00");
        assertThat(graph.path(1).path("ceasn:codedNotation").asText()).isEqualTo("BS-1");
    }

    @Test
    void without_a_definition_the_name_is_the_text_and_what_is_optional_is_said() throws IOException {
        JsonNode competency = graph(List.of(competency(0, null, null, false))).path(1);
        assertThat(competency.path("ceasn:competencyText").path("en-US").asText())
                .isEqualTo("Name 0");
        assertThat(competency.path("ceasn:comment").path("en-US").path(0).asText())
                .isEqualTo("It is optional.");
        assertThat(competency.has("ceasn:codedNotation")).isFalse();
    }

    /** Who recommends what is not in a version; it may come from a college as well as from the state. */
    @Test
    void no_recommendation_is_made_up() throws IOException {
        JsonNode competency = graph(List.of(competency(0, null, null, true))).path(1);
        assertThat(competency.path("ceasn:competencyCategory").path("en-US").asText())
                .isEqualTo("Occupation-Specific Competencies");
        assertThat(competency.has("ceasn:comment")).isFalse();
    }

    @Test
    void a_chain_of_twenty_thousand_is_written_without_running_out_of_stack() throws IOException {
        List<VersionCompetency> chain = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            chain.add(competency(i, i == 0 ? null : chain.get(i - 1).competencyId(), null, true));
        }
        JsonNode graph = graph(chain);
        assertThat(graph).hasSize(20_001);
        assertThat(graph.path(20_000).path("ceasn:isChildOf").path(0))
                .isEqualTo(graph.path(19_999).path("@id"));
    }

    private static JsonNode graph(List<VersionCompetency> competencies) throws IOException {
        VersionContent content = new VersionContent(
                "Title",
                null,
                null,
                new OccupationText("Clerk", null, List.of(), List.of("29-2072.00", "none"), List.of()),
                new Provenance(List.of(), new Provenance.Source("a.csv", "00")),
                List.of(),
                List.of(),
                List.of(),
                competencies,
                List.of(),
                null);
        FrameworkVersion version = new FrameworkVersion(
                new UUID(1, 1), 1, VersionStatus.DRAFT, 1, null, Instant.parse("2026-01-02T03:04:05Z"), content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            CtdlGraph.write(json, version, PROVIDER);
        }
        return new ObjectMapper().readTree(out.toByteArray()).path("@graph");
    }

    private static VersionCompetency competency(
            int position, @Nullable UUID parent, @Nullable String code, boolean core) {
        return new VersionCompetency(
                new UUID(2, position),
                parent,
                SectionKind.OCCUPATION_SPECIFIC,
                position,
                position,
                "Name " + position,
                null,
                core,
                List.of(),
                code,
                false);
    }
}
