package org.dualtraining.plan.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.PageRequest;
import org.jdbi.v3.core.Jdbi;

/** The employers. */
@ApplicationScoped
public class Employers {

    private static final String COLUMNS = "SELECT id, name, ein, version FROM employer ";

    private final Jdbi jdbi;

    @Inject
    Employers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<Employer> find(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(COLUMNS + "WHERE id = :id")
                .bind("id", id)
                .map(RecordMapper.of(Employer.class))
                .findOne());
    }

    List<Employer> page(PageRequest page) {
        return jdbi.withHandle(h -> h.createQuery(COLUMNS + "WHERE id > :after ORDER BY id LIMIT :rows")
                .bind("after", page.afterId())
                .bind("rows", page.rows())
                .map(RecordMapper.of(Employer.class))
                .list());
    }

    void insert(Employer employer) {
        jdbi.useHandle(
                h -> h.createUpdate("INSERT INTO employer (id, name, ein, version) VALUES (:id, :name, :ein, :version)")
                        .bindMethods(employer)
                        .execute());
    }

    /** Writes the next version; false when somebody else was faster. */
    boolean update(Employer next) {
        return jdbi.withHandle(h -> h.createUpdate("UPDATE employer SET name = :name, ein = :ein, version = :version"
                                + " WHERE id = :id AND version = :version - 1")
                        .bindMethods(next)
                        .execute())
                == 1;
    }
}
