package org.dualtraining.catalog.competencymodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dualtraining.catalog.SeedDocument;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.CertificationLine;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.FormRow;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.FoundHeading;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Quoted;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Section;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.rendition.DocxFixture;
import org.dualtraining.catalog.rendition.PdfFixture;
import org.dualtraining.catalog.rendition.Renditions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of the family that are not the seed. */
class OtherDocumentsTest {

    private static CompetencyModelDocument read(String text) {
        return SeedDocument.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static CompetencyModelDocument read(String text, KnownNames known) {
        return CompetencyModelReader.read(
                Renditions.read(text.getBytes(StandardCharsets.UTF_8), "text/plain")
                        .lines(),
                known);
    }

    private static List<FindingKind> kinds(CompetencyModelDocument document) {
        return document.findings().stream()
                .map(Finding::kind)
                .filter(kind -> kind != FindingKind.PART_MISSING)
                .toList();
    }

    private static List<String> names(CompetencyModelDocument document) {
        return document.entries().map(Entry::name).toList();
    }

    @Test
    void headings_may_be_worded_otherwise() {
        CompetencyModelDocument document = read("""
                JOB TITLE: Brewer
                Related job titles: Cellar Person, Brewing Technician
                1. Industry-Wide Technical Skills (Related Instruction)
                - Chemistry \u2013 of beer
                2. Occupational Competencies - On-the-Job Training
                - Mashing \u2013 mashes
                3. Employer-Specific Competencies
                - Tasting \u2013 tastes
                Industry-Recognized Credentials and Licenses
                \u2022 Certified Brewer
                """);

        assertThat(document.occupation().text()).isEqualTo("Brewer");
        assertThat(document.alternateTitles())
                .extracting(Quoted::text)
                .containsExactly("Cellar Person", "Brewing Technician");
        assertThat(document.sections())
                .extracting(Section::kind)
                .containsExactly(
                        SectionKind.INDUSTRY_SECTOR_TECHNICAL,
                        SectionKind.OCCUPATION_SPECIFIC,
                        SectionKind.EMPLOYER_REQUIREMENT);
        assertThat(document.certifications())
                .extracting(CertificationLine::name)
                .containsExactly("Certified Brewer");
        assertThat(document.headings())
                .extracting(FoundHeading::kind, FoundHeading::line)
                .containsExactly(
                        tuple("OCCUPATION", 1),
                        tuple("ALTERNATE_TITLES", 2),
                        tuple("INDUSTRY_SECTOR", 3),
                        tuple("OCCUPATION_SPECIFIC", 5),
                        tuple("EMPLOYER_REQUIREMENTS", 7),
                        tuple("CERTIFICATIONS", 9));
    }

    @Test
    void several_certifications_on_one_line_are_split_where_each_has_an_abbreviation() {
        CompetencyModelDocument document = read("""
                Occupation: Welder
                Occupation-Specific Competencies
                - Weld \u2013 welds
                Certifications
                Certified Welder (CW), Billing and Coding Specialist (CBCS) and Certified Inspector (CWI)
                Safety and Health, Basic
                First Aid; Forklift
                """);

        assertThat(document.certifications())
                .extracting(CertificationLine::name, CertificationLine::abbreviation)
                .containsExactly(
                        tuple("Certified Welder", "CW"),
                        tuple("Billing and Coding Specialist", "CBCS"),
                        tuple("Certified Inspector", "CWI"),
                        tuple("Safety and Health, Basic", null),
                        tuple("First Aid", null),
                        tuple("Forklift", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\tList Course/Training Name and Title\tDescription",
                "\tList Course/Training Name and Title",
                "List Course",
                "\tResponsible Provider",
                "Course\nName and\nTitle",
            })
    void headings_of_the_forms_columns_are_no_rows(String headings) {
        CompetencyModelDocument document = read("""
                Occupation: Welder
                Occupation-Specific Competencies
                - Weld \u2013 welds
                Welder Training Plan
                %s
                On-the-Job Training Competencies
                Weld\t\t\t
                """.formatted(headings));

        assertThat(document.form()).extracting(FormRow::name).containsExactly("Weld");
        assertThat(kinds(document)).isEmpty();
    }

    @Test
    void two_groups_that_the_form_does_not_confirm_are_reported() {
        String list = """
                Occupation: Welder
                Occupation-Specific Competencies
                - One \u2013 first
                - Two \u2013 second

                - Three \u2013 third
                - Four \u2013 fourth

                Training Plan
                On-the-Job
                """;

        CompetencyModelDocument confirmed = read(list + "Two\nThree\nFour\nOne\n");
        CompetencyModelDocument open = read(list + "Two\nOne\nThree\nFour\n");

        assertThat(kinds(confirmed)).isEmpty();
        assertThat(kinds(open)).containsExactly(FindingKind.AMBIGUOUS_GROUPS);
        assertThat(open.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.AMBIGUOUS_GROUPS)
                .extracting(Finding::line)
                .containsExactly(4);
    }

    @Test
    void a_form_name_that_only_begins_an_entry_does_not_split_it() {
        CompetencyModelDocument document = read("""
                Occupation: Clerk
                Occupation-Specific Competencies
                - Health Information the data of a person
                - Health Information Exchange moves data
                - Records and Filing the order of paper
                Training Plan
                On-the-Job
                Health Information
                Records
                """);

        assertThat(names(document))
                .containsExactly(
                        "Health Information the data of a person",
                        "Health Information Exchange moves data",
                        "Records and Filing the order of paper");
        assertThat(kinds(document))
                .containsExactly(
                        FindingKind.NAME_NOT_SEPARATED, FindingKind.NAME_NOT_SEPARATED, FindingKind.NAME_NOT_SEPARATED);
        assertThat(document.findings())
                .filteredOn(finding -> finding.kind() == FindingKind.NAME_NOT_SEPARATED)
                .first()
                .extracting(Finding::proposal)
                .isEqualTo("Health Information \u2013 the data of a person");
    }

    @Test
    void a_name_of_the_version_before_splits_an_entry_that_no_form_names() {
        String text = """
                Occupation: Clerk
                Occupation-Specific Competencies
                - Keep Recordsthe order of paper
                """;

        assertThat(read(text, occupation -> List.of("Keep Records", occupation))
                        .entries()
                        .map(Entry::definition))
                .containsExactly("the order of paper");
        // it may be the plural
        assertThat(kinds(read(text, occupation -> List.of("Keep Record"))))
                .containsExactly(FindingKind.NAME_NOT_SEPARATED);
    }

    @Test
    void a_dash_of_the_definition_does_not_take_part_of_it_into_the_name() {
        CompetencyModelDocument document = read("""
                Occupation: Clerk
                Occupation-Specific Competencies
                - Keep Recordsthe order \u2013 and disorder \u2013 of paper
                - Keep the Peace \u2013 keeps it
                Training Plan
                On-the-Job
                Keep Records
                Keep the Peace
                """);

        assertThat(names(document)).containsExactly("Keep Records", "Keep the Peace");
        assertThat(document.entries().map(Entry::definition))
                .containsExactly("the order \u2013 and disorder \u2013 of paper", "keeps it");
    }

    @Test
    void a_text_without_a_known_name_is_left_out_when_no_name_is_that_long() {
        CompetencyModelDocument document = read("""
                Occupation: Clerk
                Occupation-Specific Competencies
                - Filing \u2013 files
                - %s
                """.formatted("word ".repeat(80)));

        assertThat(names(document)).containsExactly("Filing");
        assertThat(kinds(document)).containsExactly(FindingKind.NAME_NOT_SEPARATED);
    }

    @Test
    void several_levels_of_a_word_list_survive() {
        DocxFixture docx = new DocxFixture()
                .paragraph("Occupation: Miller")
                .paragraph("Occupation-Specific Competencies")
                .item(0, "Milling \u2013 mills")
                .item(1, "Grain \u2013 knows it")
                .item(2, "Rye \u2013 knows it too")
                .item(1, "Stones \u2013 dresses them")
                .item(0, "Selling \u2013 sells");

        CompetencyModelDocument document = CompetencyModelReader.read(
                Renditions.read(docx.bytes(), "application/octet-stream").lines(), KnownNames.NONE);

        Entry milling = document.sections().get(0).entries().get(0);
        assertThat(document.sections().get(0).entries()).extracting(Entry::name).containsExactly("Milling", "Selling");
        assertThat(milling.children()).extracting(Entry::name).containsExactly("Grain", "Stones");
        assertThat(milling.children().get(0).children()).extracting(Entry::name).containsExactly("Rye");
    }

    @Test
    void another_occupation_as_pdf_gives_what_its_text_gives() {
        StringBuilder text = new StringBuilder("Occupation: Pharmacy Aide\n\nIndustry-Sector Technical Competencies\n");
        for (int i = 1; i <= 30; i++) {
            text.append("- Subject ").append(i).append(" \u2013 ").append("what is taught about it ".repeat(i % 7 + 1));
            text.append('\n');
        }
        text.append("\nOccupation-Specific Competencies\n- Fill Bottles \u2013 fills\n- Count \u2013 counts\n\n");
        text.append(
                "Employer Requirements\n- Be on Time \u2013 is\n\nCertifications\nCertified Pharmacy Technician (CPhT)\n");
        text.append("\nPharmacy Aide Training Plan\nRelated Instruction Competencies\n");
        for (int i = 30; i >= 1; i--) {
            text.append("Subject ").append(i).append("\t\t\t\t\n");
        }
        text.append("On-the-Job Training Competencies\nCount\t\t\t\t\nFill Bottles\t\t\t\t\nBe on Time\t\t\t\t");

        CompetencyModelDocument document = CompetencyModelReader.read(
                Renditions.read(PdfFixture.inColumns(text.toString()), "application/pdf")
                        .lines(),
                KnownNames.NONE);

        assertThat(Fingerprint.ofContent(document)).isEqualTo(Fingerprint.ofContent(read(text.toString())));
        assertThat(names(document)).hasSize(33);
    }
}
