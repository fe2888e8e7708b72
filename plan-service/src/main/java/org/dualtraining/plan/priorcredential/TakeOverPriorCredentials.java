package org.dualtraining.plan.priorcredential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The credentials of a duplicate are those of the apprentice that it turned out to be. */
@ApplicationScoped
public class TakeOverPriorCredentials {

    private final Jdbi jdbi;

    @Inject
    TakeOverPriorCredentials(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One that both entries have stays with the duplicate.
     *
     * @return how many went over
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int handle(UUID duplicate, UUID survivor) {
        return jdbi.withHandle(h -> h.createUpdate("""
                        UPDATE prior_credential c SET apprentice_id = :survivor
                        WHERE c.apprentice_id = :duplicate AND NOT EXISTS (
                            SELECT 1 FROM prior_credential own
                            WHERE own.apprentice_id = :survivor AND own.credential_id = c.credential_id
                              AND own.awarded_on = c.awarded_on)
                        """)
                .bind("duplicate", duplicate)
                .bind("survivor", survivor)
                .execute());
    }
}
