package org.dualtraining.plan.apprentice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What makes an apprentice a person goes away; the row stays, for plans and credits name it. */
@ApplicationScoped
public class ErasePersons {

    private final Jdbi jdbi;

    @Inject
    ErasePersons(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Collection<UUID> apprenticeIds, Instant now) {
        Object[] ids = apprenticeIds.toArray();
        jdbi.useHandle(h -> {
            h.createUpdate("DELETE FROM learner_id WHERE apprentice_id = ANY (:ids)")
                    .bindArray("ids", UUID.class, ids)
                    .execute();
            h.createUpdate("""
                            UPDATE apprentice_change SET before = NULL, reason = NULL WHERE apprentice_id = ANY (:ids)
                            """).bindArray("ids", UUID.class, ids).execute();
            h.createUpdate("""
                            UPDATE apprentice SET name = 'erased', email = NULL, erased_at = :now, version = version + 1
                            WHERE id = ANY (:ids)
                            """)
                    .bindArray("ids", UUID.class, ids)
                    .bind("now", now)
                    .execute();
        });
    }
}
