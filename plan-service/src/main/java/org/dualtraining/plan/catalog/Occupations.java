package org.dualtraining.plan.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    public boolean isKnown(UUID id) {
        return CatalogQuestion.ask(() -> catalog.occupation(id)).isPresent();
    }
}
