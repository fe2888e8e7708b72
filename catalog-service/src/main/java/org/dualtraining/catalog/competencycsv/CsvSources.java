package org.dualtraining.catalog.competencycsv;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.jdbi.v3.core.Jdbi;

/** The files that versions came from, for all that the catalog has no place for: scales, rules, references, tags. */
@ApplicationScoped
class CsvSources {

    private final Jdbi jdbi;

    @Inject
    CsvSources(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void keep(String sha256, byte[] file) {
        jdbi.useHandle(h ->
                h.createUpdate("""
                        INSERT INTO competency_csv (sha256, file) VALUES (:sha256, :file) ON CONFLICT DO NOTHING
                        """).bind("sha256", sha256).bind("file", file).execute());
    }

    /** Empty when the version came from anything else. */
    Optional<CompetencyCsv> of(FrameworkVersion version) {
        return jdbi.withHandle(h -> h.createQuery("SELECT file FROM competency_csv WHERE sha256 = :sha256")
                        .bind("sha256", version.content().provenance().source().sha256())
                        .mapTo(byte[].class)
                        .findOne())
                .map(CompetencyCsv::read);
    }
}
