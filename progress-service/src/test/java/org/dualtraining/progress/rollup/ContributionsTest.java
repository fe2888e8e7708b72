package org.dualtraining.progress.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.progress.plan.LineChange;
import org.dualtraining.progress.plan.LineStanding;
import org.dualtraining.progress.plan.PlanChange;
import org.dualtraining.progress.plan.PlanStanding;
import org.dualtraining.progress.plan.PlanStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContributionsTest {

    private static final int PLANS = 6;
    private static final int COMPETENCIES = 9;
    private static final int WEEKS = 2;
    private static final List<PlanStatus> STATUSES = List.of(PlanStatus.values());
    private static final UUID PLAN = new UUID(1, 1);
    private static final UUID EMPLOYER = new UUID(2, 1);
    private static final UUID OCCUPATION = new UUID(3, 1);
    private static final UUID COLLEGE = new UUID(4, 1);
    private static final LocalDate START = LocalDate.parse("2026-01-05");

    @Test
    void a_new_plan_is_counted_at_its_employer_and_at_each_provider() {
        Contributions added = Contributions.of(
                List.of(told(null, state(PlanStatus.ACTIVE, open(0, COLLEGE), credited(1, null, START.plusDays(40))))));

        assertThat(rows(added.plans, PLANS))
                .isEqualTo(Map.of(
                        plan("PLAN", Cell.NONE), "[1, 1, 0, 2, 1, 500000]",
                        plan("PROVIDER", COLLEGE), "[1, 0, 0, 1, 0, 0]",
                        plan("PROVIDER", Cell.NONE), "[1, 0, 0, 1, 1, 0]"));
        assertThat(rows(added.weeks, WEEKS))
                .containsValue("[1, 1]")
                .containsKey("PLAN " + EMPLOYER + " " + Cell.NONE + " 2026-02-09 true");
        assertThat(rows(added.competencies, COMPETENCIES))
                .containsEntry(competency("ALL", Cell.NONE, 1), "[1, 1, 1, 40, 0, 1, 0, 0, 0]")
                .containsEntry(competency("LINE", COLLEGE, 0), "[1, 0, 0, 0, 0, 0, 0, 0, 0]");
    }

    @Test
    void a_credit_touches_what_it_changes_only() {
        State before = state(PlanStatus.ACTIVE, open(0, COLLEGE), open(1, null));
        State after = state(PlanStatus.ACTIVE, credited(0, COLLEGE, START.plusDays(1)), open(1, null));

        Contributions added = Contributions.of(List.of(touched(before, after)));

        assertThat(rows(added.plans, PLANS))
                .isEqualTo(Map.of(
                        plan("PLAN", Cell.NONE),
                        "[0, 1, 0, 0, 1, 500000]",
                        plan("PROVIDER", COLLEGE),
                        "[0, 0, 0, 0, 1, 0]"));
        assertThat(rows(added.competencies, COMPETENCIES))
                .isEqualTo(Map.of(
                        competency("ALL", Cell.NONE, 0), "[0, 1, 1, 1, 1, 0, 0, 0, 0]",
                        competency("LINE", COLLEGE, 0), "[0, 1, 1, 1, 1, 0, 0, 0, 0]"));
    }

    @Test
    void a_credit_that_only_another_day_replaces_moves_between_weeks() {
        State before = state(PlanStatus.ACTIVE, credited(0, COLLEGE, START));
        State after = state(PlanStatus.ACTIVE, credited(0, COLLEGE, START.plusDays(7)));
        assertThat(rows(Contributions.of(List.of(touched(before, after))).weeks, WEEKS))
                .hasSize(6)
                .containsEntry("ALL " + Cell.NONE + " " + Cell.NONE + " 2026-01-05 true", "[-1, -1]")
                .containsEntry("ALL " + Cell.NONE + " " + Cell.NONE + " 2026-01-12 true", "[1, 1]");
    }

    @Test
    void a_repeat_adds_nothing() {
        State state = state(PlanStatus.ACTIVE, credited(0, COLLEGE, START), open(1, null));
        Contributions added = Contributions.of(List.of(told(state, state), touched(state, state)));
        assertThat(added.plans.keys()).isEmpty();
        assertThat(added.competencies.keys()).isEmpty();
        assertThat(added.weeks.keys()).isEmpty();
    }

    @Test
    void a_cancelled_plan_is_a_cancelled_plan_and_nothing_else() {
        Contributions added = Contributions.of(
                List.of(told(null, state(PlanStatus.CANCELLED, credited(0, COLLEGE, START.plusDays(9))))));
        assertThat(rows(added.plans, PLANS).values()).containsOnly("[1, 0, 0, 0, 0, 0]");
        assertThat(added.competencies.keys()).isEmpty();
        assertThat(added.weeks.keys()).isEmpty();
    }

    @Test
    void what_was_completed_before_the_plan_began_took_no_time() {
        Contributions added =
                Contributions.of(List.of(told(null, state(PlanStatus.ACTIVE, credited(0, null, START.minusDays(1))))));
        assertThat(rows(added.competencies, COMPETENCIES).values()).containsOnly("[1, 1, 0, 0, 0, 0, 0, 0, 0]");
    }

    @Test
    void the_times_to_completion_fall_into_the_right_bucket() {
        Map<Integer, String> expected = new TreeMap<>(Map.of(
                0,
                "1, 0, 0, 0, 0]",
                30,
                "1, 0, 0, 0, 0]",
                31,
                "0, 1, 0, 0, 0]",
                90,
                "0, 1, 0, 0, 0]",
                180,
                "0, 0, 1, 0, 0]",
                365,
                "0, 0, 0, 1, 0]",
                366,
                "0, 0, 0, 0, 1]"));
        expected.forEach((days, buckets) -> assertThat(rows(
                                Contributions.of(List.of(told(
                                                null,
                                                state(PlanStatus.ACTIVE, credited(0, null, START.plusDays(days))))))
                                        .competencies,
                                COMPETENCIES)
                        .values())
                .as("%s days", days)
                .allMatch(numbers -> numbers.endsWith(buckets)));
    }

    @Test
    void whatever_happens_the_differences_add_up_to_what_is() {
        long seed = new Random().nextLong();
        System.out.println("ContributionsTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<PlanChange> changes = new ArrayList<>();
            State state = snapshot(random);
            changes.add(told(null, state));
            for (int steps = random.nextInt(8); steps > 0; steps--) {
                State next = random.nextInt(3) == 0 ? snapshot(random) : credits(state, random);
                boolean isTouchedOnly = next.sameButCredits(state);
                changes.add(isTouchedOnly ? touched(state, next) : told(state, next));
                state = next;
            }
            Contributions sum = Contributions.of(changes);
            Contributions once = Contributions.of(List.of(told(null, state)));
            assertThat(rows(sum.plans, PLANS)).isEqualTo(rows(once.plans, PLANS));
            assertThat(rows(sum.competencies, COMPETENCIES)).isEqualTo(rows(once.competencies, COMPETENCIES));
            assertThat(rows(sum.weeks, WEEKS)).isEqualTo(rows(once.weeks, WEEKS));
        }
    }

    private static State snapshot(Random random) {
        List<LineStanding> lines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            UUID provider = random.nextInt(3) == 0 ? null : new UUID(4, random.nextInt(2));
            boolean counts = random.nextInt(4) > 0;
            boolean credited = random.nextBoolean();
            lines.add(new LineStanding(
                    new UUID(5, i),
                    provider,
                    counts,
                    credited,
                    credited ? START.plusDays(random.nextInt(500) - 20) : null));
        }
        return new State(
                new UUID(2, random.nextInt(2)),
                new UUID(3, random.nextInt(2)),
                STATUSES.get(random.nextInt(STATUSES.size())),
                random.nextBoolean(),
                random.nextBoolean() ? START : null,
                lines);
    }

    private static State credits(State state, Random random) {
        List<LineStanding> lines = state.lines.stream()
                .map(line -> {
                    if (random.nextBoolean()) {
                        return line;
                    }
                    boolean credited = random.nextBoolean();
                    return new LineStanding(
                            line.competencyId(),
                            line.providerId(),
                            line.counts(),
                            credited,
                            credited ? START.plusDays(random.nextInt(500) - 20) : null);
                })
                .toList();
        return new State(state.employer, state.occupation, state.status, state.primary, state.started, lines);
    }

    private static State state(PlanStatus status, LineStanding... lines) {
        return new State(EMPLOYER, OCCUPATION, status, true, START, List.of(lines));
    }

    private static LineStanding open(int competency, @Nullable UUID provider) {
        return new LineStanding(new UUID(5, competency), provider, true, false, null);
    }

    private static LineStanding credited(int competency, @Nullable UUID provider, LocalDate on) {
        return new LineStanding(new UUID(5, competency), provider, true, true, on);
    }

    /** As after a snapshot. */
    private static PlanChange told(@Nullable State before, State after) {
        List<LineChange> lines = new ArrayList<>();
        for (LineStanding line : after.lines) {
            lines.add(new LineChange(
                    line.competencyId(), before == null ? null : before.line(line.competencyId()), line));
        }
        if (before != null) {
            before.lines.stream()
                    .filter(line -> after.line(line.competencyId()) == null)
                    .forEach(line -> lines.add(new LineChange(line.competencyId(), line, null)));
        }
        return new PlanChange(before == null ? null : before.standing(true), after.standing(true), lines);
    }

    /** As after credits. */
    private static PlanChange touched(State before, State after) {
        List<LineChange> lines = after.lines.stream()
                .filter(line -> !line.equals(before.line(line.competencyId())))
                .map(line -> new LineChange(line.competencyId(), before.line(line.competencyId()), line))
                .toList();
        return new PlanChange(before.standing(false), after.standing(false), lines);
    }

    private static String plan(String grain, UUID provider) {
        return grain + " " + EMPLOYER + " " + provider + " ACTIVE true";
    }

    private static String competency(String grain, UUID provider, int competency) {
        UUID employer = grain.equals("ALL") ? Cell.NONE : EMPLOYER;
        return grain + " " + employer + " " + provider + " " + new UUID(5, competency) + " true";
    }

    private static <T> Map<String, String> rows(Sums<Cell<T>> sums, int width) {
        Map<String, String> rows = new HashMap<>();
        List<Cell<T>> keys = sums.keys();
        for (int i = 0; i < keys.size(); i++) {
            Cell<T> key = keys.get(i);
            List<Long> numbers = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                numbers.add(sums.column(keys, column).get(i));
            }
            rows.put(
                    Arrays.asList(key.grain(), key.employerId(), key.providerId(), key.item(), key.primary()).stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(" ")),
                    numbers.toString());
        }
        return rows;
    }

    private record State(
            UUID employer,
            UUID occupation,
            PlanStatus status,
            boolean primary,
            @Nullable LocalDate started,
            List<LineStanding> lines) {

        @Nullable
        LineStanding line(UUID competency) {
            return lines.stream()
                    .filter(line -> line.competencyId().equals(competency))
                    .findFirst()
                    .orElse(null);
        }

        boolean sameButCredits(State other) {
            return employer.equals(other.employer)
                    && occupation.equals(other.occupation)
                    && status == other.status
                    && primary == other.primary
                    && Objects.equals(started, other.started)
                    && lines.stream().allMatch(line -> {
                        LineStanding was = other.line(line.competencyId());
                        return was != null
                                && was.counts() == line.counts()
                                && Objects.equals(was.providerId(), line.providerId());
                    });
        }

        PlanStanding standing(boolean withProviders) {
            List<LineStanding> counted =
                    lines.stream().filter(LineStanding::counts).toList();
            Set<UUID> providers = new HashSet<>();
            if (withProviders) {
                counted.stream()
                        .map(LineStanding::providerId)
                        .filter(id -> id != null)
                        .forEach(providers::add);
            }
            List<Integer> weeks = counted.stream()
                    .map(LineStanding::completedOn)
                    .filter(day -> day != null)
                    .map(day -> (int) day.with(DayOfWeek.MONDAY).toEpochDay())
                    .sorted()
                    .toList();
            return new PlanStanding(
                    PLAN,
                    new UUID(6, 1),
                    occupation,
                    employer,
                    status,
                    primary,
                    started,
                    counted.size(),
                    (int) counted.stream().filter(LineStanding::credited).count(),
                    providers,
                    weeks);
        }
    }
}
