package org.dualtraining.catalog.competencycsv;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import org.dualtraining.catalog.frameworkimport.FrameworkReader;
import org.dualtraining.catalog.frameworkimport.ImportOptions;
import org.dualtraining.catalog.frameworkimport.ReadFramework;

/** Takes in the CSV that Moodle exports, or that somebody wrote for Moodle. */
@ApplicationScoped
class CompetencyCsvReader implements FrameworkReader {

    private static final MediaType TEXT_CSV = new MediaType("text", "csv");

    private final CsvSources sources;

    @Inject
    CompetencyCsvReader(CsvSources sources) {
        this.sources = sources;
    }

    @Override
    public MediaType mediaType() {
        return TEXT_CSV;
    }

    @Override
    public ReadFramework read(byte[] body, ImportOptions options) {
        return new ReadCsv(CompetencyCsv.read(body), body, options.name(), sources);
    }
}
