package org.dualtraining.progress.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The lock under which eligibility is derived (guarantees D9): credits, plans and rules arrive in three consumers, and
 * each must see what the others wrote about the same apprentice. Always taken in the order of the ids.
 */
@ApplicationScoped
public class ApprenticeLock {

    private final Jdbi jdbi;

    @Inject
    ApprenticeLock(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void take(Collection<UUID> apprenticeIds) {
        TreeSet<UUID> inOrder = new TreeSet<>(apprenticeIds);
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                    INSERT INTO apprentice (apprentice_id)
                    SELECT id FROM unnest(:apprentices) AS known (id) ORDER BY id
                    ON CONFLICT DO NOTHING
                    """)
                    .bindArray("apprentices", UUID.class, inOrder)
                    .execute();
            handle.createQuery("""
                    SELECT count(*) FROM (
                        SELECT 1 FROM apprentice WHERE apprentice_id = ANY (:apprentices)
                        ORDER BY apprentice_id FOR UPDATE) AS locked
                    """)
                    .bindArray("apprentices", UUID.class, inOrder)
                    .mapTo(Long.class)
                    .one();
        });
    }
}
