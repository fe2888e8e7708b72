package org.dualtraining.catalog.competencymodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dualtraining.catalog.SeedDocument;
import org.dualtraining.catalog.competencymodel.Aliases.Alias;
import org.dualtraining.catalog.competencymodel.FormMatch.How;
import org.dualtraining.catalog.competencymodel.FormMatcher.FormMatches;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.junit.jupiter.api.Test;

class FormMatcherTest {

    private static final Aliases NONE = new Aliases(List.of());
    private static final Aliases RECORDED = new Aliases(List.of(
            new Alias("Healthcare Delivery Services", "Healthcare Delivery"),
            new Alias(
                    "Health Informatics Skills Using the EHR",
                    "Health Informatics Skills using the Electronic Health Records")));

    private static FormMatches match(String text, Aliases aliases) {
        return FormMatcher.match(SeedDocument.read(text.getBytes(StandardCharsets.UTF_8)), aliases);
    }

    private static String model(String industrySector, String relatedInstruction) {
        return "Occupation: Welder\nIndustry-Sector Technical Competencies\n" + industrySector
                + "\nOccupation-Specific Competencies\n- Weld \u2013 weld\nWelder Training Plan\n"
                + "Related Instruction Competencies\n" + relatedInstruction
                + "\nOn-The-Job Training Competencies\nWeld\n";
    }

    @Test
    void the_seed_matches_thirteen_rows_exactly_and_two_by_recorded_alias() {
        FormMatches matches = match(SeedDocument.text(), RECORDED);

        assertThat(matches.matches()).hasSize(15);
        assertThat(matches.matches())
                .filteredOn(match -> match.how() == How.EXACT)
                .hasSize(13);
        assertThat(matches.matches())
                .filteredOn(match -> match.how() == How.ALIAS)
                .extracting(match -> match.row().name(), match -> match.entry().name())
                .containsExactly(
                        tuple("Healthcare Delivery", "Healthcare Delivery Services"),
                        tuple(
                                "Health Informatics Skills using the Electronic Health Records",
                                "Health Informatics Skills Using the EHR"));
        assertThat(matches.findings())
                .extracting(Finding::kind, Finding::proposal)
                .containsExactly(
                        tuple(FindingKind.FORM_NAME_DIFFERS, "Healthcare Delivery Services"),
                        tuple(FindingKind.FORM_NAME_DIFFERS, "Health Informatics Skills Using the EHR"));
    }

    @Test
    void without_recorded_aliases_two_open_rows_of_a_section_are_not_guessed() {
        FormMatches matches = match(SeedDocument.text(), NONE);

        assertThat(matches.matches()).hasSize(13);
        assertThat(matches.findings())
                .extracting(Finding::kind)
                .containsExactly(
                        FindingKind.UNMATCHED_FORM_ROW,
                        FindingKind.UNMATCHED_FORM_ROW,
                        FindingKind.NOT_IN_FORM,
                        FindingKind.NOT_IN_FORM);
    }

    @Test
    void one_row_and_one_competency_left_in_a_section_belong_together() {
        FormMatches matches = match(model("- Safety \u2013 s\n- Measuring \u2013 m", "Safety\nMetrology"), NONE);

        assertThat(matches.matches())
                .filteredOn(match -> match.how() == How.LEFTOVER)
                .singleElement()
                .satisfies(match -> assertThat(match.entry().name()).isEqualTo("Measuring"));
        assertThat(matches.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.LEFTOVER_MATCH);
            assertThat(finding.text()).isEqualTo("Metrology");
            assertThat(finding.proposal()).isEqualTo("Measuring");
        });
    }

    @Test
    void what_is_left_over_in_different_sections_does_not_belong_together() {
        FormMatches matches = match(model("- Safety \u2013 s", "Safety\nMetrology"), NONE);

        assertThat(matches.matches()).extracting(FormMatch::how).containsExactly(How.EXACT, How.EXACT);
        assertThat(matches.findings()).extracting(Finding::kind).containsExactly(FindingKind.UNMATCHED_FORM_ROW);
    }

    @Test
    void a_name_that_begins_another_name_is_not_it() {
        FormMatches matches = match(
                model(
                        "- Health Information Literacy \u2013 l\n- Health Information Security \u2013 s",
                        "Health Information"),
                NONE);

        assertThat(matches.matches()).extracting(match -> match.row().name()).containsExactly("Weld");
    }

    @Test
    void a_row_that_comes_twice_counts_once() {
        FormMatches matches = match(model("- Safety \u2013 s", "Safety\nsafety"), NONE);

        assertThat(matches.matches()).hasSize(2);
        assertThat(matches.findings()).extracting(Finding::kind).containsExactly(FindingKind.DUPLICATE_FORM_ROW);
    }

    @Test
    void a_row_below_the_other_kind_of_training_is_matched_and_reported() {
        FormMatches matches = match(model("- Safety \u2013 s\n- Weld Basics \u2013 w", "Safety"), NONE);
        FormMatches moved = match(
                "Occupation: Welder\nIndustry-Sector Technical Competencies\n- Safety \u2013 s\n"
                        + "Training Plan\nOn-the-Job Training\nSafety\n",
                NONE);

        assertThat(matches.findings()).extracting(Finding::kind).containsExactly(FindingKind.NOT_IN_FORM);
        assertThat(moved.matches()).extracting(FormMatch::how).containsExactly(How.EXACT);
        assertThat(moved.findings()).extracting(Finding::kind).containsExactly(FindingKind.FORM_SECTION_DIFFERS);
    }

    private static String withEmployer(String onTheJob) {
        return "Occupation: Welder\nOccupation-Specific Competencies\n- Weld \u2013 weld\n- Cut \u2013 cut\n"
                + "Employer Requirements\n- Be on Time \u2013 is\n- Call in Sick \u2013 calls\nWelder Training Plan\n"
                + "On-The-Job Training Competencies\n" + onTheJob;
    }

    private static List<String> leftover(String onTheJob) {
        return match(withEmployer(onTheJob), NONE).matches().stream()
                .filter(match -> match.how() == How.LEFTOVER)
                .map(match -> match.entry().name())
                .toList();
    }

    @Test
    void employer_requirements_that_no_form_has_do_not_keep_the_one_pair_of_a_section_apart() {
        assertThat(leftover("Weld\nFlame Cutting\n")).containsExactly("Cut");
    }

    @Test
    void an_employer_requirement_stands_for_a_row_only_where_the_form_has_rows_for_them() {
        assertThat(leftover("Weld\nCut\nPunctuality\n")).isEmpty();
        assertThat(leftover("Weld\nCut\nBe on Time\nSick Calls\n")).containsExactly("Call in Sick");
        assertThat(leftover("Weld\nBe on Time\nSick Calls\n")).isEmpty();
        assertThat(leftover("Weld\nFlame Cutting\nEmployer Requirements\nBe on Time\nSick Calls\n"))
                .containsExactly("Cut", "Call in Sick");
    }
}
