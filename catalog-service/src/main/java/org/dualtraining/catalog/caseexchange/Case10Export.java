package org.dualtraining.catalog.caseexchange;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.dualtraining.catalog.casepackage.CaseVersion;

@Singleton
class Case10Export extends CaseExport {

    @Inject
    Case10Export(CaseProjections projections, CaseConfig config) {
        super(CaseVersion.V1_0, projections, config);
    }
}
