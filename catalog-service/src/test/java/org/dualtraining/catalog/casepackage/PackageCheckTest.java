package org.dualtraining.catalog.casepackage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.catalog.CaseSchemas;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.dualtraining.catalog.framework.VersionStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageCheckTest {

    private ObjectNode file = CaseJson.object();

    @BeforeEach
    void a_good_package() {
        file = CaseJson.object(new String(CaseSchemas.file("opensalt_Ordering.json"), StandardCharsets.UTF_8));
    }

    @Test
    void every_missing_member_is_a_problem_with_its_place() throws IOException {
        item(3).remove("fullStatement");
        item(4).remove("uri");
        item(5).remove("identifier");
        document().remove("creator");
        association(2).remove("destinationNodeURI");
        ((ObjectNode) association(1).get("originNodeURI")).remove("title");
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "/CFDocument/creator",
                        "/CFItems/3/fullStatement",
                        "/CFItems/4/uri",
                        "/CFItems/5/identifier",
                        "/CFAssociations/1/originNodeURI/title",
                        "/CFAssociations/2/destinationNodeURI",
                        // its child association leads to an item without an identifier now
                        "/CFAssociations/5/originNodeURI");
    }

    @Test
    void repeated_identifiers_are_problems_and_with_other_content_nobody_can_accept_them() throws IOException {
        items().add(item(0).deepCopy());
        assertThat(check().problems())
                .containsExactly(new PackageProblem(
                        "/CFItems/28/identifier", "is repeated: the same as /CFItems/0, with the same content", true));
        item(28).put("fullStatement", "other");
        assertThat(check().problems())
                .containsExactly(new PackageProblem(
                        "/CFItems/28/identifier", "is repeated: the same as /CFItems/0, with other content", false));
    }

    @Test
    void an_item_with_the_id_of_the_document_is_refused() throws IOException {
        item(27).put("identifier", document().get("identifier").asText());
        assertThat(problems()).contains("/CFItems/27/identifier");
    }

    @Test
    void a_child_or_a_parent_that_is_not_there_is_a_problem_and_one_elsewhere_is_not() throws IOException {
        String gone = item(27).get("identifier").asText();
        items().remove(27);
        assertThat(problems())
                .allMatch(pointer -> pointer.endsWith("/originNodeURI"))
                .hasSize(1);
        a_good_package();
        ObjectNode parent = (ObjectNode) association(3).get("destinationNodeURI");
        parent.put("identifier", UUID.randomUUID().toString());
        assertThat(problems()).containsExactly("/CFAssociations/3/destinationNodeURI");
        parent.put("uri", "https://elsewhere.example/1");
        assertThat(problems()).isEmpty();
        association(3).put("associationType", "exactMatchOf");
        parent.put("uri", "http://localhost:3000/" + gone);
        assertThat(problems()).isEmpty();
    }

    @Test
    void a_circle_of_children_is_a_problem_and_accepted_it_is_cut_open() throws IOException {
        ((ObjectNode) association(0).get("destinationNodeURI"))
                .put("identifier", item(1).get("identifier").asText());
        assertThat(problems()).contains("/CFItems/0", "/CFItems/1");
        assertThat(DerivedCompetencies.of(read(), List.of())).hasSize(28);
    }

    @Test
    void dates_and_ids_that_are_none_are_problems_and_what_can_be_read_is_a_note() throws IOException {
        item(0).put("lastChangeDateTime", "yesterday");
        item(1).put("lastChangeDateTime", "2017-10-18T15:02:46");
        item(2).put("statusStartDate", "2017-02-30");
        item(3).put("identifier", "no-uuid");
        association(0).put("sequenceNumber", "7");
        association(1).put("sequenceNumber", "seven");
        PackageFindings findings = check();
        assertThat(pointers(findings))
                .contains(
                        "/CFItems/0/lastChangeDateTime",
                        "/CFItems/2/statusStartDate",
                        "/CFItems/3/identifier",
                        "/CFAssociations/1/sequenceNumber")
                .doesNotContain("/CFItems/1/lastChangeDateTime", "/CFAssociations/0/sequenceNumber");
        assertThat(findings.notes().stream().map(PackageNote::pointer))
                .contains("/CFItems/1/lastChangeDateTime", "/CFAssociations/0/sequenceNumber");
        assertThat(findings.isFatal()).isTrue();
    }

    @Test
    void ids_are_minted_on_request_everywhere_and_the_sources_own_is_kept() throws IOException {
        String text = CaseJson.text(file).replace("3d8cdec5-83d6-49b4-9300-91a824c59758", "GM.1");
        file = CaseJson.object(text);
        PackageFindings findings = new PackageFindings();
        CasePackage minted = Minting.of(read(), findings);
        PackageCheck.of(minted, findings);
        assertThat(findings.problems()).isEmpty();
        assertThat(findings.notes().stream().map(PackageNote::pointer)).contains("/CFItems/0/identifier");
        ObjectNode item = minted.all(EntityKind.ITEM).get(0).json();
        assertThat(UUID.fromString(item.get("identifier").asText()).version()).isEqualTo(5);
        assertThat(item.get("sourceIdentifier").asText()).isEqualTo("GM.1");
        assertThat(minted.all(EntityKind.ASSOCIATION)
                        .get(0)
                        .json()
                        .at("/originNodeURI/identifier")
                        .asText())
                .isEqualTo(item.get("identifier").asText());
        assertThat(Minting.of(read(), new PackageFindings())
                        .all(EntityKind.ITEM)
                        .get(0)
                        .identifier())
                .isEqualTo(item.get("identifier").asText());
        assertThat(CaseSchemas.violations(CaseVersion.V1_1, RoundTripTest.write(minted, CaseVersion.V1_1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1ef21d2f-1207-6660-8c4f-419efbd44d48",
                "017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
                "00000000-0000-0000-0000-000000000000",
                "3d8cdec5-83d6-49b4-c300-91a824c59758"
            })
    void a_uuid_of_a_version_or_variant_that_case_does_not_take_is_a_problem_and_minted_on_request(String id)
            throws IOException {
        file = CaseJson.object(CaseJson.text(file).replace("3d8cdec5-83d6-49b4-9300-91a824c59758", id));
        assertThat(problems()).contains("/CFItems/0/identifier");
        CasePackage minted = Minting.of(read(), new PackageFindings());
        PackageFindings findings = new PackageFindings();
        PackageCheck.of(minted, findings);
        assertThat(findings.problems()).isEmpty();
        ObjectNode item = minted.all(EntityKind.ITEM).get(0).json();
        assertThat(UUID.fromString(item.get("identifier").asText()).version()).isEqualTo(5);
        assertThat(item.get("sourceIdentifier").asText()).isEqualTo(id);
    }

    @Test
    void more_than_a_thousand_problems_are_listed() throws IOException {
        for (int i = 0; i < 3_000; i++) {
            items().add(CaseJson.object().put("identifier", UUID.randomUUID().toString()));
        }
        // each lacks its address, its time and its statement
        assertThat(problems()).hasSize(9_000);
    }

    @Test
    void an_empty_framework_is_legal_and_orphans_are_kept() throws IOException {
        file.remove(List.of("CFItems", "CFAssociations", "CFDefinitions"));
        assertThat(problems()).isEmpty();
        assertThat(DerivedCompetencies.of(read(), List.of())).isEmpty();
        a_good_package();
        file.putArray("CFAssociations");
        PackageFindings findings = check();
        assertThat(findings.problems()).isEmpty();
        assertThat(findings.notes()).hasSize(28);
        assertThat(DerivedCompetencies.of(read(), List.of())).hasSize(28).allMatch(row -> row.parentId() == null);
    }

    @Test
    void accepted_problems_still_make_valid_packages() throws IOException {
        item(0).remove("fullStatement");
        item(1).put("lastChangeDateTime", "yesterday");
        item(2).put("uri", "");
        association(4).put("associationType", "invented by us");
        document().put("officialSourceURL", "");
        document().remove("creator");
        item(5).put("somethingElse", 1);
        CasePackage read = read();
        for (CaseVersion version : CaseVersion.values()) {
            assertThat(CaseSchemas.violations(version, RoundTripTest.write(read, version)))
                    .isEmpty();
        }
        JsonNode newer = CaseJson.object(RoundTripTest.write(read, CaseVersion.V1_1));
        assertThat(newer.at("/CFItems/5/extensions/somethingElse").asInt()).isEqualTo(1);
    }

    @Test
    void what_is_kept_is_the_file_value_by_value() throws IOException {
        item(0).put("lastChangeDateTime", "yesterday").putNull("notes");
        file.put("unknown", 1.50);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        PackageWriter.verbatim(read(), kept);
        assertThat(CaseJson.object(kept.toString(StandardCharsets.UTF_8)))
                .isEqualTo(CaseJson.object(CaseJson.text(file)));
    }

    @Test
    void names_are_unique_and_short_and_no_text_is_lost() throws IOException {
        String statement = "Does this and that ".repeat(40).strip();
        for (int i = 0; i < 4; i++) {
            item(i).put("fullStatement", statement).remove("abbreviatedStatement");
            item(i).put("humanCodingScheme", i < 2 ? "X." + i : "");
        }
        List<VersionCompetency> rows = DerivedCompetencies.of(read(), List.of());
        assertThat(rows.stream().map(VersionCompetency::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.length() <= 300);
        assertThat(rows.stream().filter(row -> statement.equals(row.definition())))
                .hasSize(4);
    }

    @Test
    void edits_lie_over_the_package_and_touch_nothing_else() throws IOException {
        CasePackage came = read();
        List<VersionCompetency> rows = DerivedCompetencies.of(came, List.of());
        VersionCompetency first = rows.get(0);
        VersionCompetency gone = rows.get(27);
        List<VersionCompetency> edited = new ArrayList<>(rows.subList(0, 27));
        edited.set(
                0,
                new VersionCompetency(
                        first.competencyId(),
                        first.parentId(),
                        first.section(),
                        0,
                        0,
                        "Shapes",
                        "All about shapes",
                        true,
                        List.of(),
                        first.code(),
                        false));
        UUID added = UUID.fromString("00000000-0000-4000-8000-000000000099");
        edited.add(new VersionCompetency(
                added, first.competencyId(), first.section(), 27, 27, "New", null, true, List.of(), null, false));
        Projection projection = Projection.of(
                RoundTripTest.version(
                        UUID.fromString(came.identifier()), VersionStatus.DRAFT, came.title(), edited, List.of()),
                Optional.of(came),
                "us");
        assertThat(projection.isUntouched()).isFalse();
        String out = RoundTripTest.write(projection.file(), CaseVersion.V1_0);
        assertThat(CaseSchemas.violations(CaseVersion.V1_0, out)).isEmpty();
        JsonNode is = CaseJson.object(out);
        assertThat(is.at("/CFItems/0/abbreviatedStatement").asText()).isEqualTo("Shapes");
        assertThat(is.at("/CFItems/0/fullStatement").asText()).isEqualTo("All about shapes");
        assertThat(is.at("/CFDocument/lastChangeDateTime").asText()).isEqualTo("2026-05-15T12:00:00Z");
        assertThat(is.at("/CFItems/1")).isEqualTo(file.at("/CFItems/1"));
        assertThat(out).doesNotContain(gone.competencyId().toString()).contains(added.toString());
        assertThat(is.at("/CFItems/27/identifier").asText()).isEqualTo(added.toString());
        // their item types and concepts are not ours
        assertThat(is.at("/CFItems/27").has("CFItemTypeURI")).isFalse();
        assertThat(is.at("/CFItems/27").has("conceptKeywordsURI")).isFalse();
        PackageDiff diff = PackageDiff.between(came, projection.file(), new Addresses("https://x.example"));
        assertThat(diff.counts())
                .containsOnly(
                        Map.entry("rewordedItems", 1),
                        Map.entry("addedItems", 1),
                        Map.entry("removedItems", 1),
                        Map.entry("addedAssociations", 1),
                        Map.entry("removedAssociations", 1));
    }

    private PackageFindings check() throws IOException {
        PackageFindings findings = new PackageFindings();
        PackageCheck.of(read(), findings);
        return findings;
    }

    private List<String> problems() throws IOException {
        return pointers(check());
    }

    private static List<String> pointers(PackageFindings findings) {
        return findings.problems().stream().map(PackageProblem::pointer).toList();
    }

    private CasePackage read() throws IOException {
        return RoundTripTest.read(CaseJson.bytes(file));
    }

    private ObjectNode document() {
        return (ObjectNode) file.get("CFDocument");
    }

    private ArrayNode items() {
        return (ArrayNode) file.get("CFItems");
    }

    private ObjectNode item(int index) {
        return (ObjectNode) items().get(index);
    }

    private ObjectNode association(int index) {
        return (ObjectNode) file.get("CFAssociations").get(index);
    }
}
