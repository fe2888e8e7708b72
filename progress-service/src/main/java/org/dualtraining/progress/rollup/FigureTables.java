package org.dualtraining.progress.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dualtraining.progress.plan.PlanStatus;
import org.jdbi.v3.core.Jdbi;

/** Adds differences to the tables of figures: one statement per table, its rows in the order of their keys. */
@ApplicationScoped
class FigureTables {

    private static final List<String> PLANS =
            List.of("plans", "with_credit", "complete", "lines", "credited", "millionths");
    private static final List<String> COMPETENCIES =
            List.of("lines", "credited", "timed", "days", "up_to_30", "up_to_90", "up_to_180", "up_to_365", "longer");
    private static final List<String> WEEKS = List.of("credits", "plans");
    private static final List<String> ELIGIBLE = List.of("eligible");

    private final Jdbi jdbi;

    @Inject
    FigureTables(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void addPlans(Sums<Cell<PlanStatus>> sums) {
        add("plan_figures", "status", "text", PLANS, sums);
    }

    void addCompetencies(Sums<Cell<UUID>> sums) {
        add("competency_figures", "competency_id", "uuid", COMPETENCIES, sums);
    }

    void addWeeks(Sums<Cell<LocalDate>> sums) {
        add("week_figures", "week", "date", WEEKS, sums);
    }

    void addEligible(Sums<Cell<UUID>> sums) {
        add("eligibility_figures", "certification_id", "uuid", ELIGIBLE, sums);
    }

    private <T> void add(String table, String item, String type, List<String> columns, Sums<Cell<T>> sums) {
        List<Cell<T>> keys = sums.keys();
        if (keys.isEmpty()) {
            return;
        }
        Map<String, String> names = Map.of(
                "table",
                table,
                "item",
                item,
                "type",
                type,
                "columns",
                String.join(", ", columns),
                "arrays",
                columns.stream().map(column -> ":" + column).collect(Collectors.joining(", ")),
                "sums",
                columns.stream()
                        .map(column -> column + " = t." + column + " + EXCLUDED." + column)
                        .collect(Collectors.joining(", ")));
        jdbi.useHandle(handle -> {
            var update = handle.createUpdate("""
                            INSERT INTO <table> AS t
                                (grain, employer_id, occupation_id, provider_id, <item>, is_primary, <columns>)
                            SELECT grain, employer_id, occupation_id, provider_id, item::<type>, is_primary::boolean,
                                   <columns>
                            FROM unnest(:grains, :employers, :occupations, :providers, :items, :primary, <arrays>)
                                AS added (grain, employer_id, occupation_id, provider_id, item, is_primary, <columns>)
                            ORDER BY 1, 2, 3, 4, 5, 6
                            ON CONFLICT (grain, employer_id, occupation_id, provider_id, <item>, is_primary)
                                DO UPDATE SET <sums>
                            """)
                    .bindArray("grains", String.class, parts(keys, cell -> cell.grain()
                            .name()))
                    .bindArray("employers", UUID.class, parts(keys, Cell::employerId))
                    .bindArray("occupations", UUID.class, parts(keys, Cell::occupationId))
                    .bindArray("providers", UUID.class, parts(keys, Cell::providerId))
                    .bindArray("items", String.class, parts(keys, cell -> String.valueOf(cell.item())))
                    .bindArray("primary", String.class, parts(keys, cell -> String.valueOf(cell.primary())));
            IntStream.range(0, columns.size())
                    .forEach(i -> update.bindArray(columns.get(i), Long.class, sums.column(keys, i)));
            names.forEach(update::define);
            update.execute();
        });
    }

    private static <T, R> List<R> parts(List<Cell<T>> keys, Function<Cell<T>, R> part) {
        return keys.stream().map(part).toList();
    }
}
