package org.dualtraining.progress.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.jdbi.v3.core.Jdbi;

/** Table {@code issued_credential}. */
@ApplicationScoped
class IssuedCredentials {

    /** How long a plan may take to be said anew after a restore before what is missing counts as lost. */
    private static final String RESTATEMENT = "1 hour";

    private static final String COLUMNS = """
            credential_id, plan_id, certification_id, since, expires_on, rule_version, plan_epoch, status_list,
            status_index, issued_at, revoked_at, document
            """;

    private final Jdbi jdbi;

    @Inject
    IssuedCredentials(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Revokes those of a plan that say what no longer holds. */
    void settlePlan(UUID planId, Instant now) {
        settle("c.plan_id = :which", planId, now);
    }

    /** Revokes those of a status list that say what no longer holds. */
    void settleList(int list, Instant now) {
        settle("c.status_list = :which", list, now);
    }

    /**
     * Decided from the state of the moment, which every event, date and rebuild changes by its own way, and kept: a
     * revocation is for ever (Bitstring Status List 1.0), so who becomes eligible again gets a new credential. A plan that
     * is not known says nothing, and one of a higher epoch is being said anew.
     */
    private void settle(String which, Object value, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE issued_credential c SET revoked_at = :now
                        FROM plan p JOIN plan_progress g USING (plan_id)
                        WHERE %s AND c.revoked_at IS NULL AND p.plan_id = c.plan_id
                          AND (p.status = 'CANCELLED'
                               OR p.epoch <= c.plan_epoch
                               OR g.counted_at < CAST(:now AS timestamptz) - interval '%s')
                          AND (p.status = 'CANCELLED' OR NOT EXISTS (
                               SELECT 1 FROM eligibility e
                               WHERE e.plan_id = c.plan_id AND e.certification_id = c.certification_id AND e.eligible
                                 AND e.since IS NOT DISTINCT FROM c.since
                                 AND e.expires_on IS NOT DISTINCT FROM c.expires_on
                                 AND (e.expires_on IS NULL OR e.expires_on > :today)))
                        """.formatted(which, RESTATEMENT))
                .bind("which", value)
                .bind("now", now)
                .bind("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .execute());
    }

    /** The one that holds now: at most one of a plan for a certification. */
    Optional<IssuedCredential> holding(UUID planId, UUID certificationId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + """
                        FROM issued_credential
                        WHERE plan_id = :plan AND certification_id = :certification AND revoked_at IS NULL
                        """)
                .bind("plan", planId)
                .bind("certification", certificationId)
                .map(RecordMapper.of(IssuedCredential.class))
                .findFirst());
    }

    List<IssuedCredential> ofPlan(UUID planId, UUID after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + """
                        FROM issued_credential
                        WHERE plan_id = :plan AND credential_id > :after ORDER BY credential_id LIMIT :limit
                        """)
                .bind("plan", planId)
                .bind("after", after)
                .bind("limit", limit)
                .map(RecordMapper.of(IssuedCredential.class))
                .list());
    }

    /** Counts all that were ever begun. */
    long nextNumber() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT nextval('credential_number')")
                .mapTo(Long.class)
                .one());
    }

    /** @return false when its place in the status list is taken, or another one for the same already holds */
    boolean add(IssuedCredential credential) {
        return jdbi.withHandle(handle -> handle.createUpdate("INSERT INTO issued_credential (" + COLUMNS + """
                                )
                                VALUES (:credentialId, :planId, :certificationId, :since, :expiresOn, :ruleVersion,
                                        :planEpoch, :statusList, :statusIndex, :issuedAt, :revokedAt, :document)
                                ON CONFLICT DO NOTHING
                                """)
                        .bindMethods(credential)
                        .execute())
                == 1;
    }

    /** Empty when no credential has a place in that list. */
    Optional<StatusList> list(int list) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT coalesce(max(revoked_at), min(issued_at)),
                               coalesce(array_agg(status_index) FILTER (WHERE revoked_at IS NOT NULL), '{}'), count(*)
                        FROM issued_credential WHERE status_list = :list
                        """)
                .bind("list", list)
                .map((row, context) -> row.getInt(3) == 0
                        ? Optional.<StatusList>empty()
                        : Optional.of(new StatusList(list, row.getTimestamp(1).toInstant(), List.of((Integer[])
                                row.getArray(2).getArray()))))
                .one());
    }
}
