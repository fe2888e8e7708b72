package org.dualtraining.progress.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.jdbi.v3.core.Jdbi;

/** Table {@code change}, read in the order of its ids. */
@ApplicationScoped
class Changes {

    /** Twice what an instance has in memory, so that one that starts finds all that another has. */
    private static final long KEPT = 2L * ChangeTail.KEPT;

    private static final int CHUNK = 10_000;

    private final Jdbi jdbi;

    @Inject
    Changes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Change> after(long id, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, kind, plan_id, apprentice_id, employer_id, total, credited, certification_id, eligible,
                               changed_at
                        FROM change WHERE id > :id ORDER BY id LIMIT :limit
                        """)
                .bind("id", id)
                .bind("limit", limit)
                .map(RecordMapper.of(Change.class))
                .list());
    }

    Extent extent() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT coalesce(min(id) - 1, 0) AS before, coalesce(max(id), 0) AS newest FROM change")
                .map(RecordMapper.of(Extent.class))
                .one());
    }

    /** What the ids of the stream are encrypted with. */
    UUID secret() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT secret FROM change_key")
                .mapTo(UUID.class)
                .one());
    }

    /** Deletes what no reader can ask for any more, in short statements. */
    void prune() {
        jdbi.useHandle(handle -> {
            int deleted;
            do {
                deleted = handle.createUpdate("""
                                DELETE FROM change WHERE id IN (
                                    SELECT id FROM change WHERE id <= (SELECT max(id) FROM change) - :kept
                                    ORDER BY id LIMIT :chunk)
                                """)
                        .bind("kept", KEPT)
                        .bind("chunk", CHUNK)
                        .execute();
            } while (deleted == CHUNK);
        });
    }

    /**
     * What the table holds.
     *
     * @param before the last id that is not there any more
     */
    public record Extent(long before, long newest) {}
}
