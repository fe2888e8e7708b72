package org.dualtraining.catalog.competencymodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dualtraining.catalog.SeedDocument;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.FormRow;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the form's rows say about where a name of the list ends. */
class KnownNamesTest {

    private static CompetencyModelDocument read(String entry, String rows) {
        return SeedDocument.read(("Occupation: Miller\nOccupation-Specific Competencies\n- " + entry
                        + "\nMiller Training Plan\nOn-the-Job\n" + rows.replace(" | ", "\n") + "\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> told(CompetencyModelDocument document) {
        return document.entries()
                .map(entry -> entry.name() + "=" + entry.definition())
                .toList();
    }

    private static List<FindingKind> kinds(CompetencyModelDocument document) {
        return document.findings().stream()
                .map(Finding::kind)
                .filter(kind -> kind != FindingKind.PART_MISSING)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Process Development/Design \u2013 Wash.; Process Development/ | Design; Process Development/Design=Wash.",
                "Self-Care \u2013 Grain.; Self- | Care; Self-Care=Grain.",
                "Self-Care \u2013 Grain.; Self-; Self-Care=Grain.",
                "Welding Basics \u2013 the arc.; Weld; Welding Basics=the arc.",
                "Keep the Peace \u2013 keeps it.; Keep; Keep the Peace=keeps it.",
            })
    void a_dash_in_the_entry_wins_over_a_row_of_the_form(String entry, String rows, String told) {
        assertThat(told(read(entry, rows))).containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Sanitation Procedures; Sanitation",
                "Sanitation of Mills; Sanitation",
                "Welding; Weld",
                "Self-Care; Self-"
            })
    void a_few_words_behind_a_known_name_are_no_definition(String entry, String rows) {
        CompetencyModelDocument document = read(entry, rows);

        assertThat(told(document)).containsExactly(entry + "=null");
        assertThat(kinds(document)).containsExactly(FindingKind.NO_DEFINITION);
    }

    @Test
    void a_known_name_still_splits_what_has_no_dash() {
        assertThat(told(read("Sanitationthe order of mills", "Sanitation")))
                .containsExactly("Sanitation=the order of mills");
        assertThat(told(read("Sanitation keeps order", "Sanitation"))).containsExactly("Sanitation=keeps order");
        // another word, glued by nobody
        assertThat(told(read("Welding of metal in mills", "Weld"))).containsExactly("Welding of metal in mills=null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Process Development/Design \u2013 Wash.; Process Development/ | Design; Process Development/Design",
                "Self-Care \u2013 Grain.; Self- | Care; Self-Care",
                "Self Help \u2013 Grain.; Self- | Care; Self-Care",
            })
    void a_row_that_is_cut_behind_a_slash_or_hyphen_is_one_row_without_a_blank(String entry, String rows, String row) {
        assertThat(read(entry, rows).form()).extracting(FormRow::name).containsExactly(row);
    }

    @Test
    void a_row_that_a_narrow_column_cuts_over_several_lines_is_one_row() {
        CompetencyModelDocument document = read(
                "Biosecurity and Disease Prevention Procedures \u2013 Wash.",
                "Biosecurity and | Disease | Prevention | Procedures");

        assertThat(document.form())
                .extracting(FormRow::name)
                .containsExactly("Biosecurity and Disease Prevention Procedures");
    }
}
