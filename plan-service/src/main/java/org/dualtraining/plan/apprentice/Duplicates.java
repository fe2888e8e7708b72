package org.dualtraining.plan.apprentice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which entries are one person. */
@ApplicationScoped
public class Duplicates {

    private final Jdbi jdbi;

    @Inject
    Duplicates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The apprentice and all entries that were merged into it, however long the chain; none when there is none. */
    public Set<UUID> with(UUID apprenticeId) {
        return jdbi.withHandle(h ->
                h.createQuery("""
                        WITH RECURSIVE person AS (
                            SELECT id FROM apprentice WHERE id = :id
                            UNION SELECT a.id FROM apprentice a JOIN person p ON a.merged_into = p.id)
                        SELECT id FROM person
                        """).bind("id", apprenticeId).mapTo(UUID.class).set());
    }
}
