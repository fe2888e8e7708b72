package org.dualtraining.progress.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
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
        TreeSet<UUID> wanted = new TreeSet<>(apprenticeIds);
        jdbi.useHandle(handle -> {
            wanted.removeAll(lock(handle, wanted));
            if (!wanted.isEmpty()) {
                handle.createUpdate("""
                                INSERT INTO apprentice (apprentice_id)
                                SELECT id FROM unnest(:apprentices) AS heard_of (id) ORDER BY id
                                ON CONFLICT DO NOTHING
                                """)
                        .bindArray("apprentices", UUID.class, wanted)
                        .execute();
                // once more in a new statement: another transaction may have inserted some of them just now
                lock(handle, wanted);
            }
        });
    }

    /** @return those that are known and locked now */
    private static Set<UUID> lock(Handle handle, Collection<UUID> apprenticeIds) {
        return handle.createQuery("""
                        SELECT apprentice_id FROM apprentice WHERE apprentice_id = ANY (:apprentices)
                        ORDER BY apprentice_id FOR UPDATE
                        """)
                .bindArray("apprentices", UUID.class, apprenticeIds)
                .mapTo(UUID.class)
                .set();
    }
}
