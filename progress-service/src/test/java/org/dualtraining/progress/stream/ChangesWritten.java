package org.dualtraining.progress.stream;

import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows of table {@code change} as the intake writes them, many at once, under the lock that keeps their order. */
final class ChangesWritten {

    private static final long LOCK = 0x6475616c_6368616eL;

    private ChangesWritten() {}

    /** Numbered 1 to n by their {@code total}. */
    static void write(Jdbi jdbi, UUID employerId, int count) {
        write(jdbi, employerId, 1, count);
    }

    static void write(Jdbi jdbi, UUID employerId, int first, int last) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        WITH locked AS MATERIALIZED (SELECT pg_advisory_xact_lock(:lock))
                        INSERT INTO change (kind, plan_id, apprentice_id, employer_id, total, credited, changed_at)
                        SELECT 'progress', :plan, :plan, :employer, n, 0, now()
                        FROM locked, generate_series(:first, :last) AS n ORDER BY n
                        """)
                .bind("lock", LOCK)
                .bind("plan", UUID.randomUUID())
                .bind("employer", employerId)
                .bind("first", first)
                .bind("last", last)
                .execute());
    }

    static void writeReset(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.execute("INSERT INTO change (kind, changed_at) VALUES ('reset', now())"));
    }
}
