package org.dualtraining.catalog.competencymodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.dualtraining.catalog.SeedDocument;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of a list that are notes about it. */
class ListNotesTest {

    private static final String RECOMMENDATION =
            "* Pipeline recommends the Industry-Sector Technical Competencies as formal"
                    + " training\nopportunities (provided through related instruction).\n";

    private static CompetencyModelDocument read(String list) {
        return SeedDocument.read(
                ("Occupation: Miller\nOccupation-Specific Competencies\n" + list).getBytes(StandardCharsets.UTF_8));
    }

    /** Name, definition and children of the list's entries, one string each. */
    private static List<String> entries(CompetencyModelDocument document) {
        return document.sections().get(0).entries().stream()
                .map(ListNotesTest::told)
                .toList();
    }

    private static String told(Entry entry) {
        return entry.name() + "=" + entry.definition()
                + (entry.children().isEmpty()
                        ? ""
                        : entry.children().stream().map(ListNotesTest::told).toList());
    }

    private static List<String> unread(CompetencyModelDocument document) {
        return document.findings().stream()
                .filter(finding -> finding.kind() == FindingKind.UNREAD_LINE)
                .map(Finding::text)
                .toList();
    }

    static Stream<Named<String>> placesOfTheRecommendation() {
        String optics = "\u2022 Optics \u2013 Light.\n";
        String sound = "\u2022 Sound \u2013 Noise.\n";
        return Stream.of(
                Named.of("above the list", "\n" + RECOMMENDATION + "\n" + optics + sound),
                Named.of("directly above it", RECOMMENDATION + optics + sound),
                Named.of("between", optics + "\n" + RECOMMENDATION + "\n" + sound),
                Named.of("directly between", optics + RECOMMENDATION + sound),
                Named.of("below the list", optics + sound + "\n" + RECOMMENDATION),
                Named.of("indented", optics + sound + "    " + RECOMMENDATION),
                Named.of("in a list of asterisks", (RECOMMENDATION + "\n" + optics + sound).replace('\u2022', '*')),
                Named.of("in a list without bullets", RECOMMENDATION + (optics + sound).replace("\u2022 ", "")));
    }

    @ParameterizedTest
    @MethodSource("placesOfTheRecommendation")
    void the_states_recommendation_is_neither_a_competency_nor_a_parent_nor_news(String list) {
        CompetencyModelDocument document = read(list);

        assertThat(entries(document)).containsExactly("Optics=Light.", "Sound=Noise.");
        assertThat(document.findings()).extracting(Finding::kind).containsOnly(FindingKind.PART_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*See appendix.",
                "* Offered at night",
                "* Mills \u2013 and why they turn.",
                "Note: the second is taught at night.",
                "NOTE: at night",
                "**Note:** at night",
                "- Please note: at night",
            })
    void a_note_is_reported_and_not_read(String note) {
        String optics = "- Optics \u2013 Light\n";
        String sound = "- Sound \u2013 Noise.\n";

        for (String list : List.of(
                note + "\n" + optics + sound, optics + note + "\n" + sound, optics + sound + "\n" + note + "\n")) {
            CompetencyModelDocument document = read(list);

            assertThat(entries(document)).containsExactly("Optics=Light", "Sound=Noise.");
            assertThat(unread(document)).singleElement().satisfies(text -> assertThat(note)
                    .endsWith(text));
        }
    }

    @Test
    void a_note_goes_on_over_the_lines_below_it() {
        CompetencyModelDocument document =
                read("- Optics \u2013 Light.\nNote: taught\nat night.\n- Sound \u2013 Noise.\n");

        assertThat(entries(document)).containsExactly("Optics=Light.", "Sound=Noise.");
        assertThat(unread(document)).containsExactly("Note: taught at night.");
    }

    @Test
    void a_list_whose_entries_all_have_an_asterisk_is_read() {
        assertThat(entries(read(
                        "* Optics \u2013 Light.\n* Sound\n* Note Taking \u2013 Paper.\n* See to It \u2013 Eyes.\n")))
                .containsExactly("Optics=Light.", "Sound=null", "Note Taking=Paper.", "See to It=Eyes.");
        assertThat(entries(read("* Grind the grain.\n* Clean the mill.\n")))
                .containsExactly("Grind the grain.=null", "Clean the mill.=null");
        assertThat(entries(read("* Optics \u2013 Light.\n* Sound \u2013 Noise.\n* All are taught at night.\n")))
                .containsExactly("Optics=Light.", "Sound=Noise.");
    }

    @Test
    void a_list_of_asterisks_inside_a_list_of_dashes_is_read() {
        assertThat(entries(
                        read("- Optics \u2013 Light.\n  * Lenses \u2013 Glass.\n  * Mirrors\n- Sound \u2013 Noise.\n")))
                .containsExactly("Optics=Light.[Lenses=Glass., Mirrors=null]", "Sound=Noise.");
    }
}
