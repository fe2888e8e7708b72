package org.dualtraining.plan.priorcredential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Takes out what was written about a person's credentials; which they are and their dates stay, as credits do. */
@ApplicationScoped
public class ErasePriorCredentials {

    private final Jdbi jdbi;

    @Inject
    ErasePriorCredentials(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Collection<UUID> apprenticeIds) {
        jdbi.useHandle(h -> h.createUpdate(
                        "UPDATE prior_credential SET evidence = 'erased' WHERE apprentice_id = ANY (:apprentices)")
                .bindArray("apprentices", UUID.class, apprenticeIds.toArray())
                .execute());
    }
}
