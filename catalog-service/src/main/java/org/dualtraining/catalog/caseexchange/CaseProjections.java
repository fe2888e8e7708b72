package org.dualtraining.catalog.caseexchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.dualtraining.catalog.casepackage.Projection;
import org.dualtraining.catalog.framework.FrameworkVersion;

/** Versions as the packages that they are. */
@ApplicationScoped
public class CaseProjections {

    private final CaseSources sources;
    private final CaseConfig config;

    @Inject
    CaseProjections(CaseSources sources, CaseConfig config) {
        this.sources = sources;
        this.config = config;
    }

    public Projection of(FrameworkVersion version) {
        String sha256 = version.content().provenance().source().sha256();
        return Projection.of(version, sources.find(sha256), config.creator());
    }
}
