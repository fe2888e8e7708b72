package org.dualtraining.catalog.caseexchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.dualtraining.catalog.casepackage.CasePackage;
import org.dualtraining.catalog.casepackage.PackageFindings;
import org.dualtraining.catalog.casepackage.PackageReader;
import org.dualtraining.catalog.casepackage.PackageWriter;
import org.jdbi.v3.core.Jdbi;

/** The packages as they came in. */
@ApplicationScoped
class CaseSources {

    private final Jdbi jdbi;

    @Inject
    CaseSources(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<CasePackage> find(String sha256) {
        return jdbi.withHandle(h -> h.createQuery("SELECT package FROM case_source WHERE sha256 = :sha256")
                        .bind("sha256", sha256)
                        .mapTo(byte[].class)
                        .findOne())
                .map(CaseSources::read);
    }

    void keep(String sha256, CasePackage file) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO case_source (sha256, package) VALUES (:sha256, :package) ON CONFLICT DO NOTHING
                        """)
                .bind("sha256", sha256)
                .bind("package", compressed(file))
                .execute());
    }

    /** The bytes that came, unless identifiers were made: then what was made of them. */
    private static byte[] compressed(CasePackage file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream compressing = new GZIPOutputStream(bytes)) {
            PackageWriter.verbatim(file, compressing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static CasePackage read(byte[] compressed) {
        try (GZIPInputStream expanding = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return PackageReader.read(expanding.readAllBytes(), new PackageFindings())
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
