package org.dualtraining.catalog.caseexchange;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.dualtraining.catalog.casepackage.Addresses;
import org.dualtraining.catalog.casepackage.CasePackage;
import org.dualtraining.catalog.casepackage.CaseVersion;
import org.dualtraining.catalog.casepackage.PackageWriter;
import org.dualtraining.catalog.export.ExportFormat;
import org.dualtraining.catalog.export.ProviderConfig;
import org.dualtraining.catalog.framework.FrameworkVersion;

/** A version as a CASE package. */
abstract class CaseExport implements ExportFormat {

    private final CaseVersion caseVersion;
    private final CaseProjections projections;
    private final ProviderConfig provider;

    CaseExport(CaseVersion caseVersion, CaseProjections projections, ProviderConfig provider) {
        this.caseVersion = caseVersion;
        this.projections = projections;
        this.provider = provider;
    }

    @Override
    public String name() {
        return "case-" + caseVersion.number();
    }

    @Override
    public String mediaType() {
        return MediaType.APPLICATION_JSON;
    }

    @Override
    public String fileExtension() {
        return "json";
    }

    @Override
    public int edition() {
        return 2;
    }

    @Override
    public StreamingOutput of(FrameworkVersion version) {
        CasePackage file = projections.of(version).file();
        return PackageWriter.forFiles(file, caseVersion, new Addresses(provider.url()))::write;
    }
}
