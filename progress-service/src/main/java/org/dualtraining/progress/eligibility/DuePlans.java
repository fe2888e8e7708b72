package org.dualtraining.progress.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.jdbi.v3.core.Jdbi;

/** Plans of which something is decided otherwise by today although nothing happened. */
@ApplicationScoped
public class DuePlans {

    /** Any fixed number: it names this lock among the advisory locks of the database. */
    private static final long LOCK = 0x6475616c_64756564L;

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    DuePlans(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Whether no other instance looks for them until this transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isMine() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one());
    }

    /** In the order of their ids. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<DuePlan> after(UUID planId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT e.plan_id, p.apprentice_id FROM eligibility e JOIN plan p USING (plan_id)
                        WHERE e.changes_on <= :today AND e.plan_id > :after
                        ORDER BY e.plan_id LIMIT :limit
                        """)
                .bind("today", LocalDate.now(clock))
                .bind("after", planId)
                .bind("limit", limit)
                .map(RecordMapper.of(DuePlan.class))
                .list());
    }
}
