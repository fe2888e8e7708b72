package org.dualtraining.progress.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.progress.dashboard.SummaryView.EligibleCount;
import org.dualtraining.progress.plan.PlanStatus;
import org.junit.jupiter.api.Test;

class SmallGroupsTest {

    @Test
    void nothing_is_shown_of_fewer_than_ten_apprentices() {
        Figures shown = SmallGroups.suppress(figures(9, Map.of(PlanStatus.ACTIVE, 9L)));
        assertThat(shown.plans()).isNull();
        assertThat(shown.apprentices()).isNull();
        assertThat(shown.credits()).isNull();
        assertThat(shown.averagePercent()).isNull();
        assertThat(shown.plansByStatus()).isEmpty();
        assertThat(shown.eligibleByCertification()).isEmpty();
        assertThat(shown.suppressed()).contains("/plans", "/plansByStatus");
    }

    @Test
    void ten_are_shown() {
        Figures shown = SmallGroups.suppress(figures(10, Map.of(PlanStatus.ACTIVE, 10L)));
        assertThat(shown.plansByStatus()).containsEntry(PlanStatus.ACTIVE, 10L);
        assertThat(shown.suppressed()).isEmpty();
    }

    @Test
    void a_lone_small_group_cannot_be_found_by_subtraction() {
        Figures shown = SmallGroups.suppress(
                figures(45, Map.of(PlanStatus.ACTIVE, 30L, PlanStatus.COMPLETED, 12L, PlanStatus.SUSPENDED, 3L)));
        assertThat(shown.plansByStatus()).containsOnlyKeys(PlanStatus.ACTIVE);
        assertThat(shown.suppressed())
                .containsExactlyInAnyOrder("/plansByStatus/COMPLETED", "/plansByStatus/SUSPENDED");
    }

    @Test
    void small_groups_that_are_small_together_take_a_third_with_them() {
        Figures shown = SmallGroups.suppress(
                figures(40, Map.of(PlanStatus.ACTIVE, 36L, PlanStatus.COMPLETED, 3L, PlanStatus.SUSPENDED, 1L)));
        assertThat(shown.plansByStatus()).isEmpty();
    }

    @Test
    void few_eligible_and_few_not_eligible_are_both_left_out() {
        Figures shown = SmallGroups.suppress(figures(30, Map.of(PlanStatus.ACTIVE, 30L), 9, 10, 20, 21, 30, 0));
        assertThat(shown.eligibleByCertification())
                .extracting(EligibleCount::eligible)
                .containsExactly(null, 10L, 20L, null, 30L, 0L);
        assertThat(shown.suppressed())
                .containsExactly("/eligibleByCertification/0/eligible", "/eligibleByCertification/3/eligible");
    }

    @Test
    void sums_and_means_over_a_few_people_are_hidden_beside_a_large_total() {
        Figures shown = SmallGroups.suppress(
                figures(30, 1, Map.of(PlanStatus.DRAFT, 20L, PlanStatus.PROPOSED, 10L, PlanStatus.ACTIVE, 1L)));

        assertThat(shown.credits()).isNull();
        assertThat(shown.averagePercent()).isNull();
        assertThat(shown.suppressed()).contains("/credits", "/averagePercent");
    }

    private static Figures figures(long apprentices, Map<PlanStatus, Long> byStatus, long... eligible) {
        return figures(apprentices, apprentices, byStatus, eligible);
    }

    private static Figures figures(
            long apprentices, long inTraining, Map<PlanStatus, Long> byStatus, long... eligible) {
        List<EligibleCount> certifications = Arrays.stream(eligible)
                .mapToObj(count -> new EligibleCount(UUID.randomUUID(), "certification", count))
                .toList();
        return new Figures(
                byStatus.values().stream().mapToLong(Long::longValue).sum(),
                new EnumMap<>(byStatus),
                apprentices,
                inTraining,
                500L,
                new BigDecimal("50.0"),
                certifications,
                List.of());
    }
}
