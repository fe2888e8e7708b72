package org.dualtraining.plan.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes down that the caller reads persons' data, before the caller gets it (guarantees S13; FERPA 34 CFR 99.32). Call
 * it last: what it cannot write must not be answered.
 */
@ApplicationScoped
public class Disclosures {

    private final Jdbi jdbi;
    private final Reader reader;
    private final Clock clock;

    @Inject
    Disclosures(Jdbi jdbi, Reader reader, Clock clock) {
        this.jdbi = jdbi;
        this.reader = reader;
        this.clock = clock;
    }

    @Transactional
    public void record(UUID apprenticeId, Disclosed what) {
        record(List.of(apprenticeId), what);
    }

    /** All that one answer shows, in one statement. Who reads about themselves leaves no entry. */
    @Transactional
    public void record(Collection<UUID> apprenticeIds, Disclosed what) {
        if (apprenticeIds.isEmpty() || reader.isThePerson()) {
            return;
        }
        // in the order of ids, so that no two readers of the same persons deadlock
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO disclosure (apprentice_id, disclosed_at, subject, role, party_id, what, purpose)
                        SELECT id, :now, :subject, :role, :party, :what, :purpose
                        FROM (SELECT DISTINCT unnest(:apprentices) AS id) AS shown ORDER BY id
                        """)
                .bindArray("apprentices", UUID.class, apprenticeIds.toArray())
                .bind("now", clock.instant())
                .bind("subject", reader.subject())
                .bind("role", reader.role())
                .bindByType("party", reader.party().orElse(null), UUID.class)
                .bind("what", what)
                .bind("purpose", reader.purpose())
                .execute());
    }
}
