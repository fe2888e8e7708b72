package org.dualtraining.catalog.documentimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.framework.VersionCompetency;
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
}
