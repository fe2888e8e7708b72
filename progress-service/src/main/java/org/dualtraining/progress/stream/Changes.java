package org.dualtraining.progress.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Table {@code change}, read in the order of its ids. */
@ApplicationScoped
class Changes {

    private static final long KEPT = 100_000;
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
                .map(ConstructorMapper.of(Change.class))
                .list());
    }

    long newestId() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT coalesce(max(id), 0) FROM change")
                .mapTo(Long.class)
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
}
