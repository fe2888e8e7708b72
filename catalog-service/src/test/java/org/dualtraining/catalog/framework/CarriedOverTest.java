package org.dualtraining.catalog.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CarriedOverTest {

    private static final UUID PARENT = UUID.randomUUID();
    private static final UUID CHILD = UUID.randomUUID();
    private static final UUID GRANDCHILD = UUID.randomUUID();
    private static final Finding TYPO = Finding.at(7, FindingKind.ACRONYM_TRANSPOSED, "HER systems", "why", "EHR");

    private static VersionCompetency row(UUID id, @Nullable UUID parent, SectionKind section, int position) {
        return new VersionCompetency(
                id, parent, section, position, position, "n" + position, null, false, List.of("a"), "c", false);
    }

    @Test
    void what_is_not_mentioned_goes_to_the_section_in_which_its_parent_is_now() {
        List<VersionCompetency> before = List.of(
                row(GRANDCHILD, CHILD, SectionKind.OCCUPATION_SPECIFIC, 2),
                row(CHILD, PARENT, SectionKind.OCCUPATION_SPECIFIC, 1),
                row(PARENT, null, SectionKind.OCCUPATION_SPECIFIC, 0));
        List<VersionCompetency> mentioned = List.of(row(PARENT, null, SectionKind.EMPLOYER_REQUIREMENT, 0));

        assertThat(CarriedOver.behind(mentioned, before, id -> 9))
                .extracting(
                        VersionCompetency::competencyId,
                        VersionCompetency::parentId,
                        VersionCompetency::section,
                        VersionCompetency::listPosition,
                        VersionCompetency::formPosition,
                        VersionCompetency::notMentioned)
                .containsExactly(
                        tuple(CHILD, PARENT, SectionKind.EMPLOYER_REQUIREMENT, 1, 9, true),
                        tuple(GRANDCHILD, CHILD, SectionKind.EMPLOYER_REQUIREMENT, 2, 9, true));
    }

    @Test
    void what_has_no_parent_stays_in_its_section() {
        assertThat(CarriedOver.behind(
                        List.of(), List.of(row(PARENT, null, SectionKind.OCCUPATION_SPECIFIC, 4)), id -> 4))
                .extracting(VersionCompetency::section, VersionCompetency::listPosition)
                .containsExactly(tuple(SectionKind.OCCUPATION_SPECIFIC, 0));
    }

    private static VersionContent content(String definition, Finding... findings) {
        VersionCompetency competency =
                row(CHILD, null, SectionKind.OCCUPATION_SPECIFIC, 0).reworded("Records", definition, true, List.of());
        return new VersionContent(
                "Title",
                null,
                "A description of HER systems",
                null,
                new Provenance(List.of(), new Provenance.Source("x", "y")),
                List.of(findings),
                List.of(),
                List.of(),
                List.of(competency),
                List.of(),
                null);
    }

    private static List<UUID> kept(@Nullable UUID competency, VersionContent made) {
        Annotation accepted =
                new Annotation(TYPO.id(), TYPO.kind(), competency, TYPO.text(), "EHR", "somebody", Instant.EPOCH);
        VersionContent before = content("knows HER systems").with(List.of(TYPO), List.of(accepted));
        return made.withAnnotationsOf(before).annotations().stream()
                .map(Annotation::findingId)
                .toList();
    }

    @Test
    void what_was_accepted_stays_while_the_finding_is_found_again() {
        assertThat(kept(CHILD, content("another text", TYPO))).containsExactly(TYPO.id());
    }

    @Test
    void what_was_accepted_follows_the_finding_to_another_line() {
        Finding moved = Finding.at(9, TYPO.kind(), TYPO.text(), "why", "EHR");
        Finding otherwise = Finding.at(9, TYPO.kind(), TYPO.text(), "why", "HR");

        assertThat(kept(CHILD, content("another text", moved))).containsExactly(moved.id());
        assertThat(kept(CHILD, content("another text", otherwise))).isEmpty();
    }

    @Test
    void what_was_accepted_stays_without_the_finding_while_its_text_stands_where_it_was() {
        assertThat(kept(CHILD, content("likes HER systems"))).containsExactly(TYPO.id());
        assertThat(kept(CHILD, content("likes EHR systems"))).isEmpty();
        assertThat(kept(null, content("likes EHR systems"))).containsExactly(TYPO.id());
    }
}
