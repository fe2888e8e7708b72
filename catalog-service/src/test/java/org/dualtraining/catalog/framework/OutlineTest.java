package org.dualtraining.catalog.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.problem.Unprocessable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private static final SectionKind HERE = SectionKind.OCCUPATION_SPECIFIC;
    private static final SectionKind THERE = SectionKind.EMPLOYER_REQUIREMENT;

    private static final VersionCompetency A = row("a", null, HERE, 0);
    private static final VersionCompetency A1 = row("a1", A, HERE, 1);
    private static final VersionCompetency A11 = row("a11", A1, HERE, 2);
    private static final VersionCompetency A2 = row("a2", A, HERE, 3);
    private static final VersionCompetency B = row("b", null, HERE, 4);
    private static final List<VersionCompetency> LIST = List.of(A, A1, A11, A2, B);

    private static VersionCompetency row(
            String name, @Nullable VersionCompetency parent, SectionKind section, int position) {
        return new VersionCompetency(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                parent == null ? null : parent.competencyId(),
                section,
                position,
                position,
                name,
                null,
                true,
                List.of(),
                null,
                false);
    }

    private static List<VersionCompetency> place(
            VersionCompetency row,
            SectionKind section,
            @Nullable VersionCompetency parent,
            @Nullable Integer position) {
        return new Outline(LIST)
                .withPlaced(row, new Place(section, parent == null ? null : parent.competencyId(), position));
    }

    @Test
    void a_competency_moves_with_what_is_below_it() {
        assertThat(place(A1, HERE, null, 0))
                .extracting(VersionCompetency::name)
                .containsExactly("a1", "a11", "a", "a2", "b");
    }

    @Test
    void without_a_position_it_comes_last_among_its_siblings_and_their_families() {
        assertThat(place(B, HERE, A, null))
                .extracting(VersionCompetency::name)
                .containsExactly("a", "a1", "a11", "a2", "b");
        assertThat(place(B, HERE, A1, null))
                .extracting(VersionCompetency::name)
                .containsExactly("a", "a1", "a11", "b", "a2");
        assertThat(place(B, HERE, A11, null))
                .element(3)
                .extracting(VersionCompetency::parentId)
                .isEqualTo(A11.competencyId());
    }

    @Test
    void a_family_changes_its_section_together() {
        assertThat(place(A1, THERE, null, null))
                .filteredOn(row -> row.section() == THERE)
                .extracting(VersionCompetency::name)
                .containsExactly("a1", "a11");
    }

    @Test
    void positions_are_counted_anew_and_the_form_keeps_its_order() {
        assertThat(place(A2, HERE, null, 0))
                .extracting(VersionCompetency::listPosition)
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(place(A2, HERE, null, 0))
                .extracting(VersionCompetency::formPosition)
                .containsExactly(3, 0, 1, 2, 4);
    }

    @Test
    void a_competency_cannot_stand_below_itself_or_in_another_section_than_its_parent() {
        assertThatThrownBy(() -> place(A, HERE, A11, null)).isInstanceOf(Unprocessable.class);
        assertThatThrownBy(() -> place(A, HERE, A, null)).isInstanceOf(Unprocessable.class);
        assertThatThrownBy(() -> place(B, THERE, A, null)).isInstanceOf(Unprocessable.class);
    }
}
