package org.dualtraining.progress.rollup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dualtraining.progress.plan.LineChange;
import org.dualtraining.progress.plan.LineStanding;
import org.dualtraining.progress.plan.PlanChange;
import org.dualtraining.progress.plan.PlanStanding;
import org.dualtraining.progress.plan.PlanStatus;
import org.dualtraining.progress.rollup.Cell.Grain;
import org.jspecify.annotations.Nullable;

/**
 * What plans add to the figures: a pure function of how they stand. A change takes out what the plan added before and puts
 * in what it adds now, so lines that are not told of, because nothing happened to them, are in neither.
 */
final class Contributions {

    private static final long MILLION = 1_000_000;
    private static final int[] UP_TO_DAYS = {30, 90, 180, 365};

    final Sums<Cell<PlanStatus>> plans = new Sums<>();
    final Sums<Cell<UUID>> competencies = new Sums<>();
    final Sums<Cell<LocalDate>> weeks = new Sums<>();

    static Contributions of(Collection<PlanChange> changes) {
        Contributions all = new Contributions();
        for (PlanChange change : changes) {
            all.add(change.before(), standings(change, LineChange::before), -1);
            all.add(change.after(), standings(change, LineChange::after), 1);
        }
        return all;
    }

    private static List<LineStanding> standings(PlanChange change, Function<LineChange, @Nullable LineStanding> side) {
        return change.lines().stream()
                .map(side)
                .flatMap(Stream::ofNullable)
                .filter(LineStanding::counts)
                .toList();
    }

    private void add(@Nullable PlanStanding plan, List<LineStanding> lines, int sign) {
        if (plan == null) {
            return;
        }
        Set<UUID> providers = new HashSet<>(plan.providers());
        lines.forEach(line -> providers.add(providerOf(line)));
        if (plan.status() == PlanStatus.CANCELLED) {
            plans.add(Cell.of(plan, plan.status()), sign, 1, 0, 0, 0, 0, 0);
            providers.forEach(provider ->
                    plans.add(Cell.of(plan, Grain.PROVIDER, provider, plan.status()), sign, 1, 0, 0, 0, 0, 0));
            return;
        }
        long millionths = plan.total() == 0 ? 0 : plan.credited() * MILLION / plan.total();
        plans.add(
                Cell.of(plan, plan.status()),
                sign,
                1,
                plan.credited() > 0 ? 1 : 0,
                plan.credited() == plan.total() ? 1 : 0,
                plan.total(),
                plan.credited(),
                millionths);
        providers.forEach(
                provider -> plans.add(Cell.of(plan, Grain.PROVIDER, provider, plan.status()), sign, 1, 0, 0, 0, 0, 0));
        lines.forEach(line -> add(plan, line, sign));
        addWeeks(plan, sign);
    }

    private void add(PlanStanding plan, LineStanding line, int sign) {
        UUID provider = providerOf(line);
        long credited = line.credited() ? 1 : 0;
        plans.add(Cell.of(plan, Grain.PROVIDER, provider, plan.status()), sign, 0, 0, 0, 1, credited, 0);
        long[] numbers = numbers(plan, line);
        competencies.add(Cell.ofAll(plan, line.competencyId()), sign, numbers);
        competencies.add(Cell.of(plan, Grain.LINE, provider, line.competencyId()), sign, numbers);
        LocalDate on = line.completedOn();
        if (line.credited() && on != null) {
            weeks.add(Cell.of(plan, Grain.PROVIDER, provider, mondayOf(on)), sign, 1, 0);
        }
    }

    /** lines, credited, timed, days, and how many took how long. */
    private static long[] numbers(PlanStanding plan, LineStanding line) {
        long[] numbers = new long[4 + UP_TO_DAYS.length + 1];
        numbers[0] = 1;
        numbers[1] = line.credited() ? 1 : 0;
        LocalDate from = plan.startedOn();
        LocalDate to = line.completedOn();
        // what was completed before the plan began took the plan no time
        if (line.credited() && from != null && to != null && !to.isBefore(from)) {
            long days = ChronoUnit.DAYS.between(from, to);
            numbers[2] = 1;
            numbers[3] = days;
            int bucket = 0;
            while (bucket < UP_TO_DAYS.length && days > UP_TO_DAYS[bucket]) {
                bucket++;
            }
            numbers[4 + bucket] = 1;
        }
        return numbers;
    }

    private void addWeeks(PlanStanding plan, int sign) {
        TreeMap<Integer, Long> credits = new TreeMap<>();
        plan.creditedWeeks().forEach(week -> credits.merge(week, 1L, Long::sum));
        credits.forEach((epochDay, count) -> {
            LocalDate week = LocalDate.ofEpochDay(epochDay);
            weeks.add(Cell.ofAll(plan, week), sign, count, 1);
            weeks.add(Cell.of(plan, week), sign, count, 1);
        });
    }

    static UUID providerOf(LineStanding line) {
        UUID provider = line.providerId();
        return provider == null ? Cell.NONE : provider;
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }
}
