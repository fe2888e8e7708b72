package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.eligibility.EligibilityChange;
import org.dualtraining.progress.eligibility.ReviewedPlan;
import org.dualtraining.progress.plan.CountedPlan;
import org.dualtraining.progress.table.Columns;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code change}, from which the event stream is read. The ids are drawn under a lock that ends with the
 * transaction, and so become visible in their order: a reader that has seen one has seen all before it.
 */
@ApplicationScoped
class ChangeFeed {

    /** Any fixed number: it names this lock among the advisory locks of the database. */
    private static final long LOCK = 0x6475616c_6368616eL;

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    ChangeFeed(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Among the last things in a transaction, because it serializes commits from here on. */
    void append(Collection<CountedPlan> counted, Collection<EligibilityChange> flips) {
        List<Row> rows = new ArrayList<>(counted.size() + flips.size());
        counted.forEach(plan -> rows.add(new Row("progress", plan.plan(), plan.total(), plan.credited(), null, null)));
        flips.forEach(flip ->
                rows.add(new Row("eligibility", flip.plan(), null, null, flip.certificationId(), flip.eligible())));
        if (rows.isEmpty()) {
            return;
        }
        Columns<Row> columns = new Columns<>(rows);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        WITH locked AS MATERIALIZED (SELECT pg_advisory_xact_lock(:lock))
                        INSERT INTO change
                            (kind, plan_id, apprentice_id, employer_id, total, credited, certification_id, eligible,
                             changed_at)
                        SELECT said.*, :now
                        FROM locked, unnest(:kinds, :plans, :apprentices, :employers, :totals, :credited,
                                            :certifications, :eligible::boolean[]) AS said
                        """)
                .bind("lock", LOCK)
                .bind("now", clock.instant())
                .bindArray("kinds", String.class, columns.of(Row::kind))
                .bindArray("plans", UUID.class, columns.of(row -> row.plan().planId()))
                .bindArray(
                        "apprentices", UUID.class, columns.of(row -> row.plan().apprenticeId()))
                .bindArray("employers", UUID.class, columns.of(row -> row.plan().employerId()))
                .bindArray("totals", Integer.class, columns.of(Row::total))
                .bindArray("credited", Integer.class, columns.of(Row::credited))
                .bindArray("certifications", UUID.class, columns.of(Row::certificationId))
                .bindArray("eligible", String.class, columns.of(Row::eligibleText))
                .execute());
    }

    /** Every reader is told to read everything anew; like {@link #append} among the last things in a transaction. */
    void reset() {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        WITH locked AS MATERIALIZED (SELECT pg_advisory_xact_lock(:lock))
                        INSERT INTO change (kind, changed_at) SELECT 'reset', :now FROM locked
                        """)
                .bind("lock", LOCK)
                .bind("now", clock.instant())
                .execute());
    }

    private record Row(
            String kind,
            ReviewedPlan plan,
            @Nullable Integer total,
            @Nullable Integer credited,
            @Nullable UUID certificationId,
            @Nullable Boolean eligible) {

        @Nullable
        String eligibleText() {
            return eligible == null ? null : eligible.toString();
        }
    }
}
