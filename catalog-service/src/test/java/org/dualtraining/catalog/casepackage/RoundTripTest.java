package org.dualtraining.catalog.casepackage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dualtraining.catalog.CaseSchemas;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.Provenance;
import org.dualtraining.catalog.framework.Replacement;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.dualtraining.catalog.framework.VersionContent;
import org.dualtraining.catalog.framework.VersionStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    private static final Addresses HERE = new Addresses("https://catalog.example.org");
    private static final Instant NOW = Instant.parse("2026-05-15T12:00:00Z");

    static Stream<String> realPackages() {
        return Stream.of("opensalt_Ordering.json", "smarterbalanced_mockHSMATH.json", "smarterbalanced_mockPT.json");
    }

    @ParameterizedTest
    @MethodSource("realPackages")
    void a_real_package_has_no_problem(String name) throws IOException {
        PackageFindings findings = new PackageFindings();
        PackageCheck.of(read(CaseSchemas.file(name)), findings);
        assertThat(findings.problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("realPackages")
    void a_real_package_goes_out_as_it_came_in(String name) throws IOException {
        CasePackage file = read(CaseSchemas.file(name));
        assertThat(file.version()).isEqualTo(CaseVersion.V1_0);
        Projection projection = Projection.of(version(file), Optional.of(file), "us");
        assertThat(projection.isUntouched()).isTrue();
        String out = write(projection.file(), CaseVersion.V1_0);
        assertThat(tree(out)).isEqualTo(CaseJson.mapper().readTree(CaseSchemas.file(name)));
        assertThat(CaseSchemas.violations(CaseVersion.V1_0, out)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("realPackages")
    void a_package_of_1_0_is_valid_as_1_1_and_goes_out_as_it_then_came_in(String name) throws IOException {
        String newer = write(read(CaseSchemas.file(name)), CaseVersion.V1_1);
        assertThat(CaseSchemas.violations(CaseVersion.V1_1, newer)).isEmpty();
        assertThat(newer).doesNotContain("\"CFDocumentURI\"").doesNotContain("\"CFPackageURI\"");
        CasePackage again = read(newer.getBytes(StandardCharsets.UTF_8));
        assertThat(again.version()).isEqualTo(CaseVersion.V1_1);
        assertThat(tree(write(again, CaseVersion.V1_1))).isEqualTo(tree(newer));
        assertThat(CaseSchemas.violations(CaseVersion.V1_0, write(again, CaseVersion.V1_0)))
                .isEmpty();
    }

    @Test
    void every_member_of_1_1_survives_and_is_valid_in_both_versions() throws IOException {
        String file = EveryMember.of11();
        assertThat(CaseSchemas.violations(CaseVersion.V1_1, file)).isEmpty();
        CasePackage read = read(file.getBytes(StandardCharsets.UTF_8));
        assertThat(tree(write(read, CaseVersion.V1_1))).isEqualTo(tree(file));
        String older = write(read, CaseVersion.V1_0);
        assertThat(CaseSchemas.violations(CaseVersion.V1_0, older)).isEmpty();
        assertThat(tree(older).at("/CFDocument/CFPackageURI/uri").asText())
                .isEqualTo("https://catalog.example.org/ims/case/v1p0/CFPackages/" + EveryMember.DOCUMENT);
        assertThat(tree(older).at("/CFItems/0/CFDocumentURI/identifier").asText())
                .isEqualTo(EveryMember.DOCUMENT);
        assertThat(older)
                .doesNotContain("extensions")
                .doesNotContain("targetType")
                .doesNotContain("isTranslationOf");
    }

    @Test
    void a_package_of_1_1_written_as_1_0_says_nothing_else() throws IOException {
        CasePackage came = read(EveryMember.of11().getBytes(StandardCharsets.UTF_8));
        CasePackage older = read(write(came, CaseVersion.V1_0).getBytes(StandardCharsets.UTF_8));
        assertThat(older.version()).isEqualTo(CaseVersion.V1_0);
        assertThat(PackageDiff.between(came, older, HERE).counts()).isEmpty();
        ObjectNode edited = CaseJson.object(write(came, CaseVersion.V1_0));
        ((ObjectNode) edited.at("/CFItems/0")).put("fullStatement", "Another one");
        assertThat(PackageDiff.between(came, read(CaseJson.bytes(edited)), HERE).counts())
                .containsOnlyKeys("rewordedItems");
    }

    @Test
    void a_revision_has_the_later_of_the_sources_time_and_its_own() throws IOException {
        CasePackage file = read(CaseSchemas.file("opensalt_Ordering.json"));
        FrameworkVersion first = version(file);
        FrameworkVersion second =
                new FrameworkVersion(first.frameworkId(), 2, VersionStatus.PUBLISHED, 1, null, NOW, first.content());
        Projection revised = Projection.of(second, Optional.of(file), "us");
        assertThat(revised.isUntouched()).isTrue();
        assertThat(revised.file().lastChange()).contains(NOW);
        assertThat(Projection.of(first, Optional.of(file), "us").file().lastChange())
                .isEqualTo(file.lastChange());
        CasePackage later = file.with(file.document().deepCopy().put("lastChangeDateTime", "2030-01-01T00:00:00Z"));
        assertThat(Projection.of(second, Optional.of(later), "us").file()).isEqualTo(later);
    }

    @Test
    void nulls_that_1_0_allows_stay_in_a_file_and_are_left_out_by_the_provider() throws IOException {
        ObjectNode file =
                (ObjectNode) tree(new String(CaseSchemas.file("opensalt_Ordering.json"), StandardCharsets.UTF_8));
        ((ObjectNode) file.get("CFDocument")).putNull("statusEndDate");
        CasePackage read = read(CaseJson.bytes(file));
        assertThat(tree(write(read, CaseVersion.V1_0))).isEqualTo(file);
        assertThat(provided(read, CaseVersion.V1_0)).doesNotContain("null");
        assertThat(write(read, CaseVersion.V1_1)).doesNotContain("null");
    }

    @Test
    void ids_are_lower_case_in_what_the_provider_says() throws IOException {
        String file = new String(CaseSchemas.file("opensalt_Ordering.json"), StandardCharsets.UTF_8)
                .replace("3d8cdec5-83d6-49b4-9300-91a824c59758", "3D8CDEC5-83D6-49B4-9300-91A824C59758");
        CasePackage read = read(file.getBytes(StandardCharsets.UTF_8));
        JsonNode provided = tree(provided(read, CaseVersion.V1_1));
        assertThat(provided.at("/CFItems/0/identifier").asText()).isEqualTo("3d8cdec5-83d6-49b4-9300-91a824c59758");
        assertThat(provided.at("/CFAssociations/0/originNodeURI/identifier").asText())
                .isEqualTo("3d8cdec5-83d6-49b4-9300-91a824c59758");
    }

    @ParameterizedTest
    @EnumSource(CaseVersion.class)
    void a_framework_of_our_own_is_a_valid_package(CaseVersion target) throws IOException {
        CasePackage own = Projection.of(own(), Optional.empty(), "State office").file();
        String out = write(own, target);
        assertThat(CaseSchemas.violations(target, out)).isEmpty();
        JsonNode tree = tree(out);
        assertThat(tree.at("/CFDocument/uri").asText())
                .isEqualTo("https://catalog.example.org/ims/case/" + target.path() + "/CFDocuments/"
                        + own().frameworkId());
        assertThat(tree.at("/CFDocument/adoptionStatus").asText()).isEqualTo("Implemented");
        assertThat(tree.at("/CFItems/2/abbreviatedStatement").asText()).isEqualTo("Safety");
        assertThat(tree.at("/CFItems/2/fullStatement").asText()).isEqualTo("works safely");
        for (String list : List.of("CFConcepts", "CFSubjects", "CFLicenses", "CFItemTypes", "CFAssociationGroupings")) {
            assertThat(tree.at("/CFDefinitions/" + list)).as(list).isNotEmpty();
        }
        assertThat(tree.at("/CFRubrics/0/CFRubricCriteria/0/CFRubricCriterionLevels"))
                .hasSize(5);
        assertThat(out).doesNotContain("null");
    }

    @Test
    void a_framework_of_our_own_comes_back_with_its_sections_orders_and_core_marks() throws IOException {
        FrameworkVersion own = own();
        for (CaseVersion version : CaseVersion.values()) {
            CasePackage read =
                    read(write(Projection.of(own, Optional.empty(), "us").file(), version)
                            .getBytes(StandardCharsets.UTF_8));
            PackageFindings findings = new PackageFindings();
            PackageCheck.of(read, findings);
            assertThat(findings.problems()).isEmpty();
            assertThat(DerivedCompetencies.of(read, List.of()))
                    .isEqualTo(own.content().competencies());
        }
    }

    static CasePackage read(byte[] bytes) throws IOException {
        PackageFindings findings = new PackageFindings();
        return PackageReader.read(bytes, findings).orElseThrow(() -> new AssertionError(findings.problems()));
    }

    static String write(CasePackage file, CaseVersion version) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackageWriter.forFiles(file, version, HERE).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String provided(CasePackage file, CaseVersion version) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackageWriter.forProvider(file, version, HERE).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode tree(String json) throws IOException {
        return CaseJson.mapper().readTree(json);
    }

    static FrameworkVersion version(CasePackage file) {
        return version(
                file.id().orElseThrow(),
                VersionStatus.DRAFT,
                file.title(),
                DerivedCompetencies.of(file, List.of()),
                List.of());
    }

    private static FrameworkVersion own() {
        UUID id = UUID.fromString("251bc2cf-4b37-5b10-9b97-395f063d8a9f");
        UUID measuring = new UUID(0x1001, 0x8000000000000002L);
        List<VersionCompetency> rows = List.of(
                row(
                        new UUID(0x1001, 0x8000000000000001L),
                        null,
                        SectionKind.INDUSTRY_SECTOR_TECHNICAL,
                        0,
                        3,
                        "Safety",
                        "works safely"),
                row(measuring, null, SectionKind.INDUSTRY_SECTOR_TECHNICAL, 1, 1, "Measuring", null),
                row(
                        new UUID(0x1001, 0x8000000000000003L),
                        measuring,
                        SectionKind.INDUSTRY_SECTOR_TECHNICAL,
                        2,
                        0,
                        "Length",
                        "in metres"),
                row(
                        new UUID(0x1001, 0x8000000000000004L),
                        null,
                        SectionKind.OCCUPATION_SPECIFIC,
                        3,
                        2,
                        "Welding",
                        "welds"));
        return version(
                id,
                VersionStatus.PUBLISHED,
                "Welders",
                rows,
                List.of(new Replacement(new UUID(0x1001, 0x8000000000000009L), measuring)));
    }

    private static VersionCompetency row(
            UUID id,
            @Nullable UUID parent,
            SectionKind section,
            int list,
            int form,
            String name,
            @Nullable String definition) {
        return new VersionCompetency(
                id,
                parent,
                section,
                list,
                form,
                name,
                definition,
                list != 2,
                List.of(),
                list == 0 ? "S.1" : null,
                false);
    }

    static FrameworkVersion version(
            UUID id, VersionStatus status, String title, List<VersionCompetency> rows, List<Replacement> replacements) {
        return new FrameworkVersion(
                id,
                1,
                status,
                1,
                null,
                NOW,
                new VersionContent(
                        title,
                        "Manufacturing",
                        "Welds things",
                        null,
                        new Provenance(List.of(), new Provenance.Source("file", "0")),
                        List.of(),
                        List.of(),
                        replacements,
                        rows,
                        List.of(),
                        null));
    }
}
