package org.dualtraining.progress.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements that compare one table in both schemas, whatever columns it has. */
record ComparedTable(String name, String kind, List<Column> columns) {

    /** When we did something, and what we have counted while doing it: two intakes never agree on it. */
    private static final Set<String> OURS =
            Set.of("applied_at", "counted_at", "decided_at", "parked_at", "reviewed_through", "plan_progress.revision");

    boolean isFact() {
        return kind.equals("FACT");
    }

    boolean isOfPlans() {
        return columns.stream().anyMatch(column -> column.name().equals("plan_id"));
    }

    /** Rows and a hash over all of them in any order. */
    String digest(String schema) {
        return "SELECT count(*) AS rows, coalesce(sum(%s), 0)::text AS hash FROM %s".formatted(rowHash(), from(schema));
    }

    /** Some of the plans that differ. */
    String differingPlans(int limit) {
        String perPlan = "(SELECT plan_id, sum(%s) AS hash FROM %s GROUP BY plan_id)";
        return """
                SELECT plan_id FROM %s AS here FULL JOIN %s AS there USING (plan_id)
                WHERE here.hash IS DISTINCT FROM there.hash ORDER BY plan_id LIMIT %d
                """.formatted(
                perPlan.formatted(rowHash(), from("public")), perPlan.formatted(rowHash(), from("shadow")), limit);
    }

    /** How many rows are here that the shadow does not have. */
    String missing() {
        String rows = "SELECT " + theirs() + " FROM ";
        return "SELECT count(*) FROM (" + rows + from("public") + " EXCEPT " + rows + from("shadow") + ") AS missing";
    }

    private String rowHash() {
        return "hashtextextended(ROW(" + theirs() + ")::text, 0)::numeric";
    }

    private String theirs() {
        return columns.stream()
                .filter(column -> !OURS.contains(column.name()) && !OURS.contains(name + "." + column.name()))
                .map(column -> quoted(column.name()))
                .collect(Collectors.joining(", "));
    }

    private String from(String schema) {
        List<String> conditions = new ArrayList<>();
        if (name.equals("eligibility")) {
            // who was never eligible may have a row or not
            conditions.add("eligible");
        }
        List<Column> values = columns.stream().filter(column -> !column.isKey()).toList();
        if (!values.isEmpty()
                && values.stream().allMatch(column -> column.type().equals("bigint"))) {
            // figures that have fallen to zero may have a row or not
            conditions.add(values.stream()
                    .map(column -> quoted(column.name()) + " = 0")
                    .collect(Collectors.joining(" AND ", "NOT (", ")")));
        }
        return schema + "." + quoted(name) + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    /** One column; public for Jdbi. */
    public record Column(String name, String type, boolean isKey) {}
}
