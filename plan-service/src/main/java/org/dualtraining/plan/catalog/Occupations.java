package org.dualtraining.plan.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Which occupations the catalog knows. */
@ApplicationScoped
public class Occupations {

    private final CatalogClient catalog;

    @Inject
    Occupations(@RestClient CatalogClient catalog) {
        this.catalog = catalog;
    }

    /** The codes that an occupation has now; they may change, so none is kept. Empty for one that is not known. */
    public List<OccupationCode> codesOf(UUID id) {
        return CatalogQuestion.ask(() -> catalog.occupation(id))
                .map(CatalogClient.Occupation::codes)
                .orElse(List.of());
    }

    public boolean isKnown(UUID id) {
        return CatalogQuestion.ask(() -> catalog.occupation(id)).isPresent();
    }
}
