package org.dualtraining.plan.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.problem.Malformed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the chains back, and follows them. */
@ApplicationScoped
class DisclosureLog {

    private final Jdbi jdbi;

    @Inject
    DisclosureLog(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean isApprentice(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("SELECT EXISTS (SELECT 1 FROM apprentice WHERE id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    Page<Disclosure> page(UUID apprenticeId, PageRequest page) {
        List<Disclosure> rows = jdbi.withHandle(h -> h.createQuery("""
                        SELECT ordinal, disclosed_at, subject, role, party_id, what, purpose, encode(hash, 'hex') AS hash
                        FROM disclosure WHERE apprentice_id = :apprentice AND ordinal < :before
                        ORDER BY ordinal DESC LIMIT :rows
                        """)
                .bind("apprentice", apprenticeId)
                .bind("before", before(page))
                .bind("rows", page.rows())
                .map(RecordMapper.of(Disclosure.class))
                .list());
        return Page.of(rows, page, row -> Long.toString(row.ordinal()));
    }

    private static long before(PageRequest page) {
        try {
            return Long.parseLong(page.after(Long.toString(Long.MAX_VALUE)));
        } catch (NumberFormatException e) {
            throw new Malformed("cursor", "must be the `next` of an earlier page, unchanged");
        }
    }

    /** Follows the chain from its first entry to the end that was noted. */
    Verification verify(UUID apprenticeId) {
        return jdbi.withHandle(h -> h.createQuery("""
                        WITH link AS (
                            SELECT ordinal, hash, row_number() OVER entries AS place,
                                disclosure_hash(coalesce(lag(hash) OVER entries, ''), disclosure) AS recomputed
                            FROM disclosure WHERE apprentice_id = :apprentice
                            WINDOW entries AS (ORDER BY ordinal)),
                        found AS (
                            SELECT count(*) AS entries, (array_agg(hash ORDER BY ordinal DESC))[1] AS head,
                                min(place) FILTER (WHERE hash <> recomputed OR ordinal <> place) AS first_broken
                            FROM link)
                        SELECT f.entries, f.first_broken IS NULL
                            AND f.entries = coalesce(c.entries, 0) AND f.head IS NOT DISTINCT FROM c.head AS intact,
                            coalesce(f.first_broken, CASE WHEN f.entries <> coalesce(c.entries, 0)
                                OR f.head IS DISTINCT FROM c.head THEN f.entries + 1 END) AS first_broken
                        FROM found f LEFT JOIN disclosure_chain c ON c.apprentice_id = :apprentice
                        """)
                .bind("apprentice", apprenticeId)
                .map(RecordMapper.of(Verification.class))
                .one());
    }

    /** Whether the chain is as it was written. */
    @Schema(name = "DisclosureVerification")
    public record Verification(
            @Schema(description = "how many entries there are")
            long entries,

            @Schema(
                    description =
                            "whether every entry still has its hash, covers the one before it, and the last one is"
                                    + " where the chain ended when it was written")
            boolean intact,

            @Schema(description = "the first entry that is missing or changed; absent when all is well") @Nullable
            Long firstBroken) {}
}
