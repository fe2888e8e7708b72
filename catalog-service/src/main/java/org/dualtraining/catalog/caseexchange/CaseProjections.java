package org.dualtraining.catalog.caseexchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.dualtraining.catalog.casepackage.Projection;
import org.dualtraining.catalog.export.ProviderConfig;
import org.dualtraining.catalog.framework.FrameworkVersion;

/** Versions as the packages that they are. */
@ApplicationScoped
public class CaseProjections {

    private final CaseSources sources;
    private final ProviderConfig provider;

    @Inject
    CaseProjections(CaseSources sources, ProviderConfig provider) {
        this.sources = sources;
        this.provider = provider;
    }

    public Projection of(FrameworkVersion version) {
        String sha256 = version.content().provenance().source().sha256();
        return Projection.of(version, sources.find(sha256), provider.name());
    }
}
