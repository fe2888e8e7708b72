package org.dualtraining.progress.history;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.event.KeptJson;
import org.jdbi.v3.core.Jdbi;

/** Requirement rules as they were known at a time. */
@ApplicationScoped
public class RuleFold {

    private final Jdbi jdbi;

    @Inject
    RuleFold(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The latest word on each of these certifications, as far as there was one. */
    public List<FoldedRule> of(Collection<UUID> certificationIds, Instant knownAt) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT ON (certification_id) certification_id, revision, content::text
                        FROM certification_rule_fact
                        WHERE certification_id = ANY (:certifications) AND recorded_at <= :knownAt
                        ORDER BY certification_id, revision DESC
                        """)
                .bindArray("certifications", UUID.class, certificationIds)
                .bind("knownAt", knownAt)
                .map((row, context) ->
                        new FoldedRule(row.getObject(1, UUID.class), row.getLong(2), KeptJson.read(row.getString(3))))
                .list());
    }

    /** What was said of a certification, all of it. */
    public record FoldedRule(UUID certificationId, long revision, JsonNode content) {}
}
