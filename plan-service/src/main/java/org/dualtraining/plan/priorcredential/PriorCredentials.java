package org.dualtraining.plan.priorcredential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.PageRequest;
import org.jdbi.v3.core.Jdbi;

/** Table {@code prior_credential}. */
@ApplicationScoped
class PriorCredentials {

    private static final String SELECT =
            "SELECT id, credential_id, awarded_on, expires_on, evidence, recorded_at FROM prior_credential ";

    private final Jdbi jdbi;

    @Inject
    PriorCredentials(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<PriorCredential> find(UUID apprenticeId, UUID id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "WHERE apprentice_id = :apprentice AND id = :id")
                .bind("apprentice", apprenticeId)
                .bind("id", id)
                .map(RecordMapper.of(PriorCredential.class))
                .findOne());
    }

    Optional<PriorCredential> awarded(UUID apprenticeId, UUID credentialId, LocalDate on) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + """
                        WHERE apprentice_id = :apprentice AND credential_id = :credential AND awarded_on = :awardedOn
                        """)
                .bind("apprentice", apprenticeId)
                .bind("credential", credentialId)
                .bind("awardedOn", on)
                .map(RecordMapper.of(PriorCredential.class))
                .findOne());
    }

    int countOf(UUID apprenticeId) {
        return jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM prior_credential WHERE apprentice_id = ?")
                .bind(0, apprenticeId)
                .mapTo(Integer.class)
                .one());
    }

    List<PriorCredential> page(UUID apprenticeId, PageRequest page) {
        return jdbi.withHandle(
                h -> h.createQuery(SELECT + "WHERE apprentice_id = :apprentice AND id > :after ORDER BY id LIMIT :rows")
                        .bind("apprentice", apprenticeId)
                        .bind("after", page.afterId())
                        .bind("rows", page.rows())
                        .map(RecordMapper.of(PriorCredential.class))
                        .list());
    }

    void insert(UUID id, UUID apprenticeId, PriorCredentialInput input, Instant now) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO prior_credential
                            (id, apprentice_id, credential_id, awarded_on, expires_on, evidence, recorded_at)
                        VALUES (:id, :apprentice, :credential, :awardedOn, :expiresOn, :evidence, :now)
                        """)
                .bind("id", id)
                .bind("apprentice", apprenticeId)
                .bind("credential", input.credential())
                .bind("awardedOn", input.awardedOn())
                .bindByType("expiresOn", input.expiresOn(), LocalDate.class)
                .bind("evidence", input.evidence())
                .bind("now", now)
                .execute());
    }

    void delete(UUID id) {
        jdbi.useHandle(h -> h.execute("DELETE FROM prior_credential WHERE id = ?", id));
    }
}
