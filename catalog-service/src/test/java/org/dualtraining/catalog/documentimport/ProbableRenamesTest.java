package org.dualtraining.catalog.documentimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ProbableRenamesTest {

    private static Entry entry(String name, String definition) {
        return new Entry(7, name, definition, List.of());
    }

    private static VersionCompetency before(String name, String definition) {
        return new VersionCompetency(
                UUID.randomUUID(),
                null,
                SectionKind.OCCUPATION_SPECIFIC,
                0,
                0,
                name,
                definition,
                true,
                List.of(),
                null,
                false);
    }

    @Test
    void half_of_the_words_in_common_make_a_proposal() {
        assertThat(ProbableRenames.among(
                        List.of(entry("Audit of Patient Records", "checks what was written")),
                        List.of(before("Audit Patient Records", "looks into records"))))
                .extracting(Finding::proposal)
                .containsExactly("Audit Patient Records");
        assertThat(ProbableRenames.among(
                        List.of(entry("Schedule Visits", "finds a date")),
                        List.of(before("Audit Patient Records", "looks into records"))))
                .isEmpty();
    }

    @Test
    void each_competency_is_proposed_once_and_the_likest_pair_first() {
        List<Finding> findings = ProbableRenames.among(
                List.of(entry("Patient Records", "x"), entry("Audit Patient Records Well", "y")),
                List.of(before("Audit Patient Records", "z")));

        assertThat(findings).extracting(Finding::text).containsExactly("Audit Patient Records Well");
    }

    @Test
    void a_definition_is_as_telling_as_a_name() {
        assertThat(ProbableRenames.among(
                        List.of(entry("Bevelling", "cuts the edges of plates")),
                        List.of(before("Welding", "joins plates"), before("Edge Work", "cuts edges of plates"))))
                .extracting(Finding::proposal)
                .containsExactly("Edge Work");
    }

    @Test
    void a_thousand_renamed_competencies_with_the_longest_definitions_are_compared_in_seconds() {
        List<Entry> added = IntStream.range(0, 1_000)
                .mapToObj(i -> entry("New " + i, longest(i)))
                .toList();
        List<VersionCompetency> latest = IntStream.range(0, 1_000)
                .mapToObj(i -> before("Old " + i, longest(i + 500)))
                .toList();

        List<Finding> findings = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(40), () -> ProbableRenames.among(added, latest));

        assertThat(findings).hasSize(1_000);
        assertThat(findings.get(0).proposal()).isEqualTo("Old 0");
        assertThat(findings.get(0).text()).isEqualTo("New 500");
    }

    /** Four thousand characters; all of these have most of their words in common. */
    private static String longest(int number) {
        return "own" + number + IntStream.range(0, 700).mapToObj(i -> " w" + i).collect(Collectors.joining());
    }
}
