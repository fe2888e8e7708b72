package org.dualtraining.catalog.caseexchange;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.dualtraining.catalog.casepackage.CaseVersion;
import org.dualtraining.catalog.export.ProviderConfig;

@Singleton
class Case10Export extends CaseExport {

    @Inject
    Case10Export(CaseProjections projections, ProviderConfig provider) {
        super(CaseVersion.V1_0, projections, provider);
    }
}
