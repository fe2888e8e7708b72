package org.dualtraining.catalog.competencycsv;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import org.dualtraining.catalog.export.ExportFormat;
import org.dualtraining.catalog.framework.FrameworkVersion;

/** A version as the CSV that Moodle imports. */
@ApplicationScoped
class CompetencyCsvExport implements ExportFormat {

    private final CsvSources sources;

    @Inject
    CompetencyCsvExport(CsvSources sources) {
        this.sources = sources;
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public String fileExtension() {
        return "csv";
    }

    @Override
    public int edition() {
        return 1;
    }

    @Override
    public StreamingOutput of(FrameworkVersion version) {
        CompetencyCsv csv = ExportedRows.of(version, sources.of(version));
        return out -> CsvFile.write(csv, out);
    }
}
