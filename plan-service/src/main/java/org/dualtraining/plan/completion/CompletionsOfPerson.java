package org.dualtraining.plan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What colleges reported of a person, for those who change whose it is. */
@ApplicationScoped
public class CompletionsOfPerson {

    private final Jdbi jdbi;

    @Inject
    CompletionsOfPerson(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Until this transaction ends nothing of these providers is taken in, revoked or replayed: what is on its way would
     * otherwise end with the person as it was. The stripes are those of {@link CompletionStore#lock}, in the same order.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Collection<UUID> providerIds) {
        jdbi.useHandle(h -> h.createQuery("""
                        SELECT count(pg_advisory_xact_lock(stripe)) FROM (
                            SELECT hashtextextended(provider || ':' || n, 0) AS stripe
                            FROM unnest(:providers) AS provider, generate_series(0, 63) AS n ORDER BY stripe) AS stripes
                        """)
                .bindArray(
                        "providers",
                        String.class,
                        providerIds.stream().distinct().map(UUID::toString).toArray())
                .mapTo(Long.class)
                .one());
    }

    /** @return how many are another person's from now on; call it while the learner ids are still the first one's */
    @Transactional(Transactional.TxType.MANDATORY)
    public int move(UUID from, UUID to) {
        return jdbi.withHandle(
                h -> h.createUpdate("""
                        UPDATE course_completion c SET apprentice_id = :to FROM learner_id l
                        WHERE l.apprentice_id = :from AND c.provider_id = l.provider_id AND c.learner_id = l.learner_id
                          AND c.apprentice_id = :from
                        """).bind("from", from).bind("to", to).execute());
    }

    /**
     * Takes out who it was, how well they did and what people wrote. The college's record id goes too: what it sends of the
     * same record later is new, and must not meet what was credited. What is parked will never be credited.
     *
     * @return how many; call it while the learner ids are still known
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int erase(Collection<UUID> apprenticeIds, Instant now) {
        return jdbi.withHandle(h -> h.createUpdate("""
                        UPDATE course_completion c SET learner_id = 'erased', source_record_id = 'erased-' || c.id,
                            grade = NULL, evidence_url = NULL, revocation_reason = NULL, parked_reason = NULL,
                            revoked_at = CASE c.state WHEN 'PARKED' THEN :now ELSE c.revoked_at END,
                            state = CASE c.state WHEN 'PARKED' THEN 'REVOKED' ELSE c.state END
                        FROM learner_id l
                        WHERE l.apprentice_id = ANY (:apprentices) AND c.provider_id = l.provider_id
                          AND c.learner_id = l.learner_id
                        """)
                .bindArray("apprentices", UUID.class, apprenticeIds.toArray())
                .bind("now", now)
                .execute());
    }
}
