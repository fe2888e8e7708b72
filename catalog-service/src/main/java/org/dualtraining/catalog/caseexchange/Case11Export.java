package org.dualtraining.catalog.caseexchange;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.dualtraining.catalog.casepackage.CaseVersion;

@Singleton
class Case11Export extends CaseExport {

    @Inject
    Case11Export(CaseProjections projections, CaseConfig config) {
        super(CaseVersion.V1_1, projections, config);
    }
}
