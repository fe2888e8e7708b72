package org.dualtraining.progress.dashboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.dualtraining.progress.plan.PlanStatus;
import org.dualtraining.progress.report.Question;
import org.dualtraining.progress.smallgroup.Atom;
import org.dualtraining.progress.smallgroup.SafeFigure;
import org.dualtraining.progress.smallgroup.SafeItems;
import org.dualtraining.progress.smallgroup.SecretOrder;
import org.jspecify.annotations.Nullable;

/**
 * Figures of which no small group can be told, decided over all plans at once, whatever part of them is asked for. Each
 * figure is shown of whole blocks of apprentices, chosen by the groups that the figure rests on.
 */
final class SafeFigures {

    private final Map<Atom, List<PlanRow>> rows;
    private final SecretOrder order;
    private final Map<Atom, Long> people;
    private final SafeFigure apprentices;
    private final SafeFigure lines;
    private final SafeFigure credits;
    private final SafeFigure average;
    private final SafeItems<PlanStatus> statuses;
    private final SafeItems<PlanStatus> cancelled;

    /** @param rows of primary plans, of all employers and occupations: each plan is a person */
    SafeFigures(Collection<PlanRow> rows, SecretOrder order) {
        this.rows = rows.stream().collect(Collectors.groupingBy(PlanRow::atom));
        this.order = order;
        people = perAtom(row -> row.isCancelled() ? 0 : row.plans());
        apprentices = figure(people);
        lines = figure(people, perAtom(row -> row.isCancelled() ? 0 : row.plans() - row.complete()));
        credits = figure(perAtom(PlanRow::withCredit));
        average = figure(perAtom(row -> Figures.AVERAGED.contains(row.status()) ? row.plans() : 0));
        statuses = items(row -> !row.isCancelled());
        cancelled = items(PlanRow::isCancelled);
    }

    /** Who is asked for. */
    List<Atom> atoms(Question question) {
        return rows.keySet().stream()
                .filter(atom -> question.covers(atom.employerId(), atom.occupationId()))
                .toList();
    }

    Map<Atom, Long> people() {
        return people;
    }

    boolean showsPeople(Collection<Atom> asked) {
        return apprentices.isShown(asked);
    }

    /** The figures of those who are asked for. */
    Figures of(Collection<Atom> asked) {
        if (!showsPeople(asked)) {
            return Figures.NONE_SHOWN;
        }
        Figures all = Figures.of(
                asked.stream()
                        .flatMap(atom -> rows.getOrDefault(atom, List.of()).stream())
                        .toList(),
                false);
        List<String> suppressed = new ArrayList<>();
        Map<PlanStatus, Long> byStatus = new EnumMap<>(PlanStatus.class);
        all.plansByStatus().forEach((status, plans) -> {
            if ((status == PlanStatus.CANCELLED ? cancelled : statuses).isShown(status, asked)) {
                byStatus.put(status, plans);
            } else {
                suppressed.add("plansByStatus/" + status);
            }
        });
        return new Figures(
                all.apprentices(),
                all.plans(),
                byStatus,
                shown(lines.isShown(asked), all.lines(), "lines", suppressed),
                shown(credits.isShown(asked), all.credits(), "credits", suppressed),
                shown(average.isShown(asked), all.averagePercent(), "averagePercent", suppressed),
                suppressed);
    }

    /** People of whom something is so; that it is not so of the others is told as well. */
    SafeFigure ofThoseWho(Map<Atom, Long> some) {
        Map<Atom, Long> others = new HashMap<>(people);
        some.forEach((atom, count) -> others.merge(atom, -count, Long::sum));
        return figure(some, others);
    }

    SecretOrder order() {
        return order;
    }

    static <T> @Nullable T shown(boolean isShown, @Nullable T figure, String name, List<String> suppressed) {
        if (!isShown) {
            suppressed.add(name);
        }
        return isShown ? figure : null;
    }

    private Map<Atom, Long> perAtom(ToLongFunction<PlanRow> number) {
        Map<Atom, Long> sums = new HashMap<>();
        rows.forEach((atom, some) -> sums.put(atom, Figures.sum(some, number)));
        return sums;
    }

    @SafeVarargs
    private SafeFigure figure(Map<Atom, Long>... groups) {
        Map<Atom, long[]> sizes = new HashMap<>();
        for (int i = 0; i < groups.length; i++) {
            for (Map.Entry<Atom, Long> group : groups[i].entrySet()) {
                sizes.computeIfAbsent(group.getKey(), atom -> new long[groups.length])[i] = group.getValue();
            }
        }
        return SafeFigure.of(sizes, order);
    }

    private SafeItems<PlanStatus> items(Predicate<PlanRow> some) {
        Map<PlanStatus, Map<Atom, long[]>> groups = new EnumMap<>(PlanStatus.class);
        for (PlanStatus status : PlanStatus.values()) {
            groups.put(status, new HashMap<>());
        }
        rows.values().stream().flatMap(List::stream).filter(some).forEach(row -> groups.getOrDefault(
                        row.status(), new HashMap<>())
                .merge(row.atom(), new long[] {row.plans()}, (a, b) -> new long[] {a[0] + b[0]}));
        return SafeItems.of(people, groups, order);
    }
}
