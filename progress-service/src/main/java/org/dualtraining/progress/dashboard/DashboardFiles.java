package org.dualtraining.progress.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dualtraining.progress.dashboard.CompetenciesView.CompletionTimes;
import org.dualtraining.progress.dashboard.CompetenciesView.DaysRange;
import org.dualtraining.progress.dashboard.GroupsView.Group;
import org.dualtraining.progress.plan.PlanStatus;
import org.dualtraining.progress.report.CsvTable;
import org.jspecify.annotations.Nullable;

/** The dashboards' answers for spreadsheets: the same figures, with what is left out named in each row. */
final class DashboardFiles {

    private static final List<PlanStatus> STATUSES = List.of(PlanStatus.values());

    private DashboardFiles() {}

    static CsvTable groups(String name, GroupsView view) {
        List<String> columns = new ArrayList<>(List.of("id", "name", "apprentices", "plans"));
        STATUSES.forEach(status -> columns.add("plans_" + status.name().toLowerCase(Locale.ROOT)));
        columns.addAll(List.of("lines", "credits", "average_percent", "suppressed", "as_of"));
        return table(name, columns, view.items(), view.suppressed(), view.asOf(), DashboardFiles::cells);
    }

    private static List<@Nullable Object> cells(Group group) {
        List<@Nullable Object> cells = cells(group.id(), group.name(), group.apprentices(), group.plans());
        STATUSES.forEach(status -> cells.add(group.plansByStatus().get(status)));
        cells.addAll(cells(group.lines(), group.credits(), group.averagePercent()));
        return cells;
    }

    static CsvTable competencies(CompetenciesView view) {
        List<String> columns = List.of(
                "id",
                "name",
                "lines",
                "credits",
                "percent",
                "timed_completions",
                "mean_days",
                "days_0_to_30",
                "days_31_to_90",
                "days_91_to_180",
                "days_181_to_365",
                "days_366_on",
                "suppressed",
                "as_of");
        return table("by-competency", columns, view.items(), view.suppressed(), view.asOf(), item -> {
            List<@Nullable Object> cells = cells(item.id(), item.name(), item.lines(), item.credits(), item.percent());
            CompletionTimes times = item.completionTimes();
            cells.add(times == null ? null : times.completions());
            cells.add(times == null ? null : times.meanDays());
            List<DaysRange> ranges = times == null ? null : times.ranges();
            for (int i = 0; i < 5; i++) {
                cells.add(ranges == null ? null : ranges.get(i).completions());
            }
            return cells;
        });
    }

    static CsvTable timeline(TimelineView view) {
        return table(
                "timeline",
                List.of("week", "credits", "apprentices", "suppressed", "as_of"),
                view.items(),
                view.suppressed(),
                view.asOf(),
                item -> cells(item.week(), item.credits(), item.apprentices()));
    }

    private static <T> CsvTable table(
            String name, List<String> columns, List<T> items, List<String> suppressed, Instant asOf, Cells<T> cells) {
        return new CsvTable(name, columns, row -> {
            for (int i = 0; i < items.size(); i++) {
                String of = "/items/" + i + "/";
                List<@Nullable Object> all = cells.of(items.get(i));
                all.add(String.join(
                        " ",
                        suppressed.stream()
                                .filter(pointer -> pointer.startsWith(of))
                                .map(pointer -> pointer.substring(of.length()))
                                .toList()));
                all.add(asOf);
                row.accept(all);
            }
        });
    }

    private static List<@Nullable Object> cells(@Nullable Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    /** The cells of one item. */
    private interface Cells<T> {

        List<@Nullable Object> of(T item);
    }
}
