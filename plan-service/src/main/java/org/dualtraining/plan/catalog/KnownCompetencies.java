package org.dualtraining.plan.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jdbi.v3.core.Jdbi;

/** Which competencies exist. The catalog never deletes one, so a yes is kept for good. */
@ApplicationScoped
public class KnownCompetencies {

    private final CatalogClient catalog;
    private final Jdbi jdbi;

    @Inject
    KnownCompetencies(@RestClient CatalogClient catalog, Jdbi jdbi) {
        this.catalog = catalog;
        this.jdbi = jdbi;
    }

    /** Those of the given competencies that the catalog does not know. */
    public Set<UUID> unknownOf(Collection<UUID> competencyIds) {
        Set<UUID> unknown = new HashSet<>(competencyIds);
        unknown.removeAll(jdbi.withHandle(
                h -> h.createQuery("SELECT competency_id FROM known_competency WHERE competency_id = ANY (:ids)")
                        .bindArray("ids", UUID.class, competencyIds.toArray())
                        .mapTo(UUID.class)
                        .list()));
        List<UUID> confirmed = unknown.stream()
                .filter(id -> CatalogQuestion.ask(() -> catalog.competency(id)).isPresent())
                .toList();
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO known_competency (competency_id) SELECT unnest(:ids) ORDER BY 1 ON CONFLICT DO NOTHING
                        """)
                .bindArray("ids", UUID.class, confirmed.toArray())
                .execute());
        confirmed.forEach(unknown::remove);
        return unknown;
    }
}
