package org.dualtraining.catalog.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.jdbi.v3.core.Jdbi;

/** Other wordings of competency names that somebody recorded: for everywhere, or for one framework. */
@ApplicationScoped
public class RecordedAliases {

    private final Jdbi jdbi;

    @Inject
    RecordedAliases(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One wording and the name that it stands for; public because Jdbi makes it. */
    public record RecordedAlias(String name, String alias) {}

    /** Those that hold in a framework; its own come first. */
    public List<RecordedAlias> in(UUID framework) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT name, alias FROM recorded_alias WHERE framework_id IS NULL OR framework_id = :framework
                        ORDER BY framework_id NULLS LAST, alias
                        """)
                .bind("framework", framework)
                .map(RecordMapper.of(RecordedAlias.class))
                .list());
    }

    /** Records a wording for one framework; the latest word on a wording holds. */
    void add(UUID framework, String alias, String name, String source) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO recorded_alias (framework_id, alias, name, source)
                        VALUES (:framework, :alias, :name, :source)
                        ON CONFLICT (framework_id, alias) DO UPDATE SET name = excluded.name, source = excluded.source
                        """)
                .bind("framework", framework)
                .bind("alias", alias)
                .bind("name", name)
                .bind("source", source)
                .execute());
    }
}
