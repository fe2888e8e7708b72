package org.dualtraining.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dualtraining.catalog.SeedDocument;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.junit.jupiter.api.Test;

class DocumentLintTest {

    private static List<Finding> lint(String text) {
        return new DocumentLint().check(SeedDocument.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String model(String competencies, String certifications) {
        return "Occupation: Fleet Repair Order Clerk\nOccupation-Specific Competencies\n" + competencies
                + "\nPossible Certification(s)\n" + certifications + "\n";
    }

    @Test
    void the_seed_has_these_findings_and_no_others() {
        assertThat(lint(SeedDocument.text()))
                .extracting(Finding::kind, Finding::line, Finding::proposal)
                .containsExactlyInAnyOrder(
                        tuple(FindingKind.DEFINITION_OF_ANOTHER_TERM, 37, null),
                        tuple(FindingKind.DEFINITION_OF_ANOTHER_TERM, 52, null),
                        tuple(
                                FindingKind.ACRONYM_TRANSPOSED,
                                47,
                                "EHR specialists may be called upon to release mandated records related to worker\u2019s"
                                        + " compensation claims, etc."),
                        tuple(FindingKind.RECORDS_AS_ACTORS, 54, "EHR Specialists are often responsible"),
                        tuple(FindingKind.NUMBER_DIFFERS, 59, "Electronic Health Records Specialist (CEHRS)"),
                        tuple(
                                FindingKind.ABBREVIATION_DIFFERS_FROM_ISSUER,
                                63,
                                "Billing and Coding Specialist (CBCS)"));
    }

    @Test
    void findings_quote_the_text_and_name_what_it_defines() {
        assertThat(lint(SeedDocument.text()))
                .filteredOn(finding -> finding.kind() == FindingKind.DEFINITION_OF_ANOTHER_TERM)
                .extracting(Finding::text, Finding::reason)
                .satisfiesExactlyInAnyOrder(
                        coding -> {
                            assertThat(coding.toList().get(0)).asString().startsWith("Perform Basic Coding \u2013");
                            assertThat(coding.toList().get(1)).asString().contains("\"computer programming\"");
                        },
                        literacy -> {
                            assertThat(literacy.toList().get(0))
                                    .asString()
                                    .startsWith("Health Information Literacy and Skills \u2013");
                            assertThat(literacy.toList().get(1)).asString().contains("\"consumer health literacy\"");
                        });
    }

    @Test
    void a_definition_with_a_few_other_words_is_still_recognised() {
        assertThat(lint(model(
                        "- Filing \u2013 The process that leads from the original formulation of a computing problem"
                                + " to executable computer programs, in short.",
                        "")))
                .extracting(Finding::kind)
                .containsExactly(FindingKind.DEFINITION_OF_ANOTHER_TERM);
    }

    @Test
    void a_definition_under_its_own_name_is_no_finding() {
        assertThat(lint(model(
                        "- Basic Computer Programming \u2013 a process that leads from an original formulation of a"
                                + " computing problem to executable computer programs.",
                        "")))
                .isEmpty();
    }

    @Test
    void the_rules_follow_the_occupation_and_not_one_document() {
        // the acronym of this occupation is FRO, and its letters in another order are not
        assertThat(
                        lint(
                                model(
                                        "- Fill a FRO \u2013 FROs are usually responsible for a lot. An ORF goes to the customer. HER is"
                                                + " another thing, and EHRs are often responsible.",
                                        "Fleet Repair Orders Clerk (FROC)\nPatient Care Technician/Assistant (PCT)\nUnknown Card (CMCS)")))
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(
                        FindingKind.ACRONYM_TRANSPOSED,
                        FindingKind.RECORDS_AS_ACTORS,
                        FindingKind.NUMBER_DIFFERS,
                        FindingKind.ABBREVIATION_DIFFERS_FROM_ISSUER);
    }

    @Test
    void a_text_in_capitals_has_no_transposed_acronyms() {
        assertThat(lint("Occupation: Electronic Health Records Specialist\nOccupation-Specific Competencies\n"
                        + "- Using the EHR \u2013 ASK HER FOR THE EHR"))
                .extracting(Finding::kind)
                .containsExactly(FindingKind.ACRONYM_TRANSPOSED);
        assertThat(lint("Occupation: Electronic Health Records Specialist\nOccupation-Specific Competencies\n"
                        + "- USING THE EHR \u2013 ASK HER FOR THE EHR"))
                .isEmpty();
    }
}
