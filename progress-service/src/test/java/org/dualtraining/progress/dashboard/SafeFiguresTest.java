package org.dualtraining.progress.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.dualtraining.progress.plan.PlanStatus;
import org.dualtraining.progress.smallgroup.Atom;
import org.dualtraining.progress.smallgroup.Least;
import org.dualtraining.progress.smallgroup.SecretOrder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SafeFiguresTest {

    private static final SecretOrder ORDER = new SecretOrder(new UUID(1, 1));

    @Test
    void nothing_is_shown_of_fewer_than_ten_apprentices() {
        Figures shown = figures(row(0, PlanStatus.ACTIVE, 9, 9, 0));
        assertThat(shown).isEqualTo(Figures.NONE_SHOWN);
    }

    @Test
    void ten_are_shown() {
        Figures shown = figures(row(0, PlanStatus.ACTIVE, 10, 10, 0));
        assertThat(shown.apprentices()).isEqualTo(10);
        assertThat(shown.plansByStatus()).containsEntry(PlanStatus.ACTIVE, 10L).containsEntry(PlanStatus.DRAFT, 0L);
        assertThat(shown.averagePercent()).isEqualByComparingTo("50.0");
        assertThat(shown.suppressed()).isEmpty();
    }

    @Test
    void a_lone_small_status_cannot_be_found_by_subtraction() {
        Figures shown = figures(
                row(0, PlanStatus.ACTIVE, 30, 30, 0),
                row(0, PlanStatus.COMPLETED, 12, 12, 12),
                row(0, PlanStatus.SUSPENDED, 3, 3, 0));
        assertThat(shown.plansByStatus())
                .doesNotContainKeys(PlanStatus.SUSPENDED, PlanStatus.COMPLETED)
                .containsEntry(PlanStatus.ACTIVE, 30L);
        assertThat(shown.suppressed()).containsExactlyInAnyOrder("plansByStatus/COMPLETED", "plansByStatus/SUSPENDED");
    }

    @Test
    void a_small_status_is_not_found_beside_many_cancelled_plans() {
        Figures shown = figures(
                row(0, PlanStatus.ACTIVE, 30, 30, 0),
                row(0, PlanStatus.SUSPENDED, 3, 3, 0),
                row(0, PlanStatus.CANCELLED, 20, 0, 0));
        // plans are the active and the suspended ones: the cancelled ones hide nothing
        assertThat(shown.plansByStatus()).doesNotContainKeys(PlanStatus.SUSPENDED, PlanStatus.ACTIVE);
        assertThat(shown.plansByStatus()).containsEntry(PlanStatus.CANCELLED, 20L);
        assertThat(shown.plans()).isEqualTo(33);
    }

    @Test
    void sums_and_means_over_a_few_people_are_hidden_beside_a_large_total() {
        Figures shown = figures(
                row(0, PlanStatus.DRAFT, 20, 0, 0),
                row(0, PlanStatus.ACTIVE, 4, 4, 0),
                row(0, PlanStatus.PROPOSED, 16, 0, 0));
        assertThat(shown.apprentices()).isEqualTo(40);
        assertThat(shown.credits()).isNull();
        assertThat(shown.averagePercent()).isNull();
        assertThat(shown.suppressed()).contains("credits", "averagePercent");
    }

    @Test
    void the_lines_that_a_few_have_left_open_do_not_follow_from_lines_and_credits() {
        Figures shown = figures(row(0, PlanStatus.ACTIVE, 40, 40, 37));
        assertThat(shown.lines()).isNull();
        assertThat(shown.credits()).isEqualTo(80);
    }

    @Test
    void no_difference_of_two_answers_rests_on_a_few() {
        long seed = new Random().nextLong();
        System.out.println("SafeFiguresTest seed " + seed);
        Random random = new Random(seed);
        int compared = 0;
        for (int round = 0; round < 1_000; round++) {
            List<PlanRow> rows = new ArrayList<>();
            for (int atom = 0; atom < 6; atom++) {
                for (PlanStatus status : PlanStatus.values()) {
                    if (random.nextInt(3) == 0) {
                        int plans = random.nextInt(40);
                        int withCredit = status == PlanStatus.CANCELLED ? 0 : random.nextInt(plans + 1);
                        rows.add(row(atom, status, plans, withCredit, random.nextInt(withCredit + 1)));
                    }
                }
            }
            SafeFigures safe = new SafeFigures(rows, new SecretOrder(new UUID(seed, round)));
            for (int more = 1; more < 64; more++) {
                for (int less = (more - 1) & more; less > 0; less = (less - 1) & more) {
                    Figures all = safe.of(in(more));
                    Figures some = safe.of(in(less));
                    List<Atom> rest = in(more & ~less);
                    List<PlanRow> others = rows.stream()
                            .filter(row -> rest.contains(row.atom()))
                            .toList();
                    compared += check(all.apprentices(), some.apprentices(), others, row -> live(row, row.plans()));
                    compared +=
                            check(all.lines(), some.lines(), others, row -> live(row, row.plans() - row.complete()));
                    compared += check(all.credits(), some.credits(), others, row -> live(row, row.withCredit()));
                    compared += check(
                            all.averagePercent(),
                            some.averagePercent(),
                            others,
                            row -> Figures.AVERAGED.contains(row.status()) ? row.plans() : 0);
                    for (PlanStatus status : PlanStatus.values()) {
                        compared += check(
                                all.plansByStatus().get(status),
                                some.plansByStatus().get(status),
                                others,
                                row -> row.status() == status ? row.plans() : 0);
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    /** Who gets both figures can subtract them. */
    private static int check(
            @Nullable Object all, @Nullable Object some, List<PlanRow> others, ToLongFunction<PlanRow> people) {
        if (all == null || some == null) {
            return 0;
        }
        assertThat(Least.allows(Figures.sum(others, people))).isTrue();
        return 1;
    }

    private static long live(PlanRow row, long people) {
        return row.isCancelled() ? 0 : people;
    }

    private static List<Atom> in(int atoms) {
        return IntStream.range(0, 6)
                .filter(atom -> (atoms >> atom & 1) == 1)
                .mapToObj(SafeFiguresTest::atom)
                .toList();
    }

    private static Atom atom(int number) {
        return new Atom(new UUID(3, number), new UUID(2, number % 2));
    }

    private static Figures figures(PlanRow... rows) {
        return new SafeFigures(List.of(rows), ORDER).of(List.of(atom(0)));
    }

    private static PlanRow row(int atom, PlanStatus status, long plans, long withCredit, long complete) {
        return new PlanRow(
                atom(atom).employerId(),
                atom(atom).occupationId(),
                null,
                status,
                true,
                plans,
                withCredit,
                complete,
                4 * plans,
                2 * withCredit,
                500_000 * withCredit);
    }
}
