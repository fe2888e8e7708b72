package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.dualtraining.progress.table.Columns;
import org.jdbi.v3.core.Jdbi;

/**
 * Table {@code later_outcome}: what became of records after the batch that took them. Apart from the ledger, whose rows are
 * locked by the batches of their partitions.
 */
@ApplicationScoped
class LaterOutcomes {

    private final Jdbi jdbi;

    @Inject
    LaterOutcomes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param from what the records were before, and now no longer are */
    void move(Tally.Class from, Tally now) {
        List<Row> rows = new ArrayList<>();
        now.counts().forEach((position, counts) -> {
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            rows.add(new Row(position, from, -all));
            counts.forEach((outcome, records) -> rows.add(new Row(position, outcome, records)));
        });
        Columns<Row> columns = new Columns<>(rows);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO later_outcome (topic, partition, outcome, records)
                        SELECT topic, partition, outcome, sum(records)
                        FROM unnest(:topics, :partitions, :outcomes, :records) AS later (topic, partition, outcome, records)
                        GROUP BY topic, partition, outcome ORDER BY topic, partition, outcome
                        ON CONFLICT (topic, partition, outcome) DO UPDATE
                            SET records = later_outcome.records + EXCLUDED.records
                        """)
                .bindArray(
                        "topics", String.class, columns.of(row -> row.position().topic()))
                .bindArray("partitions", Integer.class, columns.of(row -> row.position()
                        .partition()))
                .bindArray("outcomes", String.class, columns.of(row -> row.outcome()
                        .name()))
                .bindArray("records", Long.class, columns.of(Row::records))
                .execute());
    }

    private record Row(Ledger.Position position, Tally.Class outcome, long records) {}
}
