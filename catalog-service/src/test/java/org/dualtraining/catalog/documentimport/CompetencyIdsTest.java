package org.dualtraining.catalog.documentimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.Aliases;
import org.dualtraining.catalog.competencymodel.Aliases.Alias;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.dualtraining.catalog.identity.CatalogIds;
import org.junit.jupiter.api.Test;

class CompetencyIdsTest {

    private static final UUID FRAMEWORK = CatalogIds.framework("welder");
    private static final Aliases ALIASES = new Aliases(List.of(new Alias("Delivery Services", "Delivery")));

    private static Entry entry(String name) {
        return new Entry(1, name, "text", List.of());
    }

    private static VersionCompetency known(String name, UUID id) {
        return new VersionCompetency(
                id, null, SectionKind.OCCUPATION_SPECIFIC, 0, 0, name, "text", true, List.of(), null, false);
    }

    private static List<UUID> ids(List<VersionCompetency> latest, String... names) {
        List<Entry> entries = Stream.of(names).map(CompetencyIdsTest::entry).toList();
        CompetencyIds ids = CompetencyIds.of(FRAMEWORK, ALIASES, entries, latest);
        return entries.stream().map(ids::of).toList();
    }

    private static UUID idOf(String name) {
        return CatalogIds.competency(FRAMEWORK, name);
    }

    @Test
    void a_new_name_gives_the_id_that_follows_from_it_whatever_its_typography() {
        assertThat(ids(List.of(), "Weld\u00A0\u2013 Basics")).containsExactly(idOf("WELD - basics"));
    }

    @Test
    void a_recorded_alias_gives_the_id_of_the_name_in_either_direction() {
        assertThat(ids(List.of(), "Delivery")).isEqualTo(ids(List.of(), "Delivery Services"));
        UUID own = UUID.randomUUID();
        assertThat(ids(List.of(known("Delivery", own)), "Delivery Services")).containsExactly(own);
        assertThat(ids(List.of(known("Delivery Services", own)), "Delivery")).containsExactly(own);
    }

    @Test
    void an_alias_that_stands_beside_its_name_is_another_competency() {
        UUID own = UUID.randomUUID();

        assertThat(ids(List.of(known("Delivery Services", own)), "Delivery", "Delivery Services"))
                .doesNotHaveDuplicates()
                .element(1)
                .isEqualTo(own);
        assertThat(ids(List.of(), "Delivery", "Delivery Services"))
                .containsExactly(idOf("Delivery"), idOf("Delivery Services"));
    }

    @Test
    void a_renamed_competency_keeps_its_id_and_a_new_one_may_take_its_old_name() {
        UUID welding = idOf("Welding");

        List<UUID> ids = ids(List.of(known("Joining", welding)), "Welding", "Joining");

        assertThat(ids).doesNotHaveDuplicates().element(1).isEqualTo(welding);
        assertThat(ids(List.of(known("Joining", welding)), "Welding", "Joining"))
                .isEqualTo(ids);
    }
}
