package org.dualtraining.catalog.competencymodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.dualtraining.catalog.SeedDocument;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the lines below "Possible Certification(s)". */
class CertificationListTest {

    private static CompetencyModelDocument read(String certifications) {
        return SeedDocument.read(
                ("Occupation: Miller\nOccupation-Specific Competencies\n- Mill \u2013 mills\nCertifications\n"
                                + certifications)
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Name, abbreviation and issuer. */
    private static List<String> told(CompetencyModelDocument document) {
        return document.certifications().stream()
                .map(line -> line.name() + " | " + Objects.toString(line.abbreviation(), "") + " | "
                        + Objects.toString(line.issuer(), ""))
                .toList();
    }

    private static List<Finding> findings(CompetencyModelDocument document) {
        return document.findings().stream()
                .filter(finding -> finding.kind() != FindingKind.PART_MISSING)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "none.", "- None"})
    void none_is_no_certification_and_no_news(String text) {
        CompetencyModelDocument document = read(text);

        assertThat(document.certifications()).isEmpty();
        assertThat(findings(document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "None at this time",
                "N/A",
                "n/a",
                "Not applicable",
                "No certification required",
                "*Required",
                "* Offered at night",
                "Note: ask the board"
            })
    void what_is_said_about_certifications_is_reported_and_not_read_as_one(String text) {
        CompetencyModelDocument document = read("Certified Miller (CM)\n" + text);

        assertThat(told(document)).containsExactly("Certified Miller | CM | ");
        assertThat(findings(document)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.UNREAD_LINE);
            assertThat(finding.line()).isEqualTo(6);
            assertThat(text).endsWith(finding.text());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Registered Medical Assistant (RMA), American Medical Technologists (AMT);"
                        + "Registered Medical Assistant | RMA | American Medical Technologists (AMT)",
                "Certified Medical Assistant (CMA) \u2013 American Association of Medical Assistants;"
                        + "Certified Medical Assistant | CMA | American Association of Medical Assistants",
                "Certified Miller (CM) - Guild of the Grain; Certified Miller | CM | Guild of the Grain",
                "Certified Miller (CM) \u2014 Grain Masters; Certified Miller | CM | Grain Masters",
                "Inspector of Pumps (CIP), State College; Inspector of Pumps | CIP | State College",
                "Certified Miller (CM) issued by Grain House; Certified Miller | CM | Grain House",
            })
    void an_issuer_behind_the_abbreviation_is_read(String text, String told) {
        CompetencyModelDocument document = read(text);

        assertThat(told(document)).containsExactly(told);
        assertThat(findings(document)).isEmpty();
    }

    @Test
    void each_of_several_may_have_its_issuer() {
        assertThat(told(read("Certified Miller (CM), Mill Institute (MI), Certified Baker (CB) and Sack Filler (SF)")))
                .containsExactly(
                        "Certified Miller | CM | Mill Institute (MI)",
                        "Certified Baker | CB | ",
                        "Sack Filler | SF | ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Certified Miller (CM), Basic",
                "Certified Miller (CM) \u2013 entry level",
                "Certified Miller \u2013 Mill Institute",
            })
    void what_may_be_an_issuer_stays_in_the_name_and_is_reported(String text) {
        CompetencyModelDocument document = read(text);

        assertThat(told(document)).containsExactly(text + " |  | ");
        assertThat(findings(document)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.NAME_NOT_SEPARATED);
            assertThat(finding.text()).isEqualTo(text);
        });
    }

    @Test
    void one_of_two_abbreviations_may_be_the_issuers_and_is_reported() {
        CompetencyModelDocument document = read("Certified Miller (CM) (GGM)");

        assertThat(told(document)).containsExactly("Certified Miller (CM) | GGM | ");
        assertThat(findings(document)).extracting(Finding::kind).containsExactly(FindingKind.NAME_NOT_SEPARATED);
    }

    @Test
    void a_second_name_in_the_plural_is_kept_and_reported() {
        CompetencyModelDocument document = read("Certified Miller (CM), Grain Masters (GM)");

        assertThat(told(document)).containsExactly("Certified Miller | CM | ", "Grain Masters | GM | ");
        assertThat(findings(document))
                .extracting(Finding::kind, Finding::text)
                .containsExactly(tuple(FindingKind.NAME_NOT_SEPARATED, "Grain Masters (GM)"));
    }

    @Test
    void a_list_of_asterisks_and_a_marked_certification_are_read() {
        assertThat(told(read("* Certified Miller\n* Certified Baker"))).hasSize(2);
        assertThat(told(read("Certified Miller (CM)\n*Certified Baker (CB)"))).hasSize(2);
    }
}
