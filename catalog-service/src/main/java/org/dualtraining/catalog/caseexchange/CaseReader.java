package org.dualtraining.catalog.caseexchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dualtraining.catalog.casepackage.Addresses;
import org.dualtraining.catalog.casepackage.CasePackage;
import org.dualtraining.catalog.casepackage.Minting;
import org.dualtraining.catalog.casepackage.PackageCheck;
import org.dualtraining.catalog.casepackage.PackageFindings;
import org.dualtraining.catalog.casepackage.PackageReader;
import org.dualtraining.catalog.export.ProviderConfig;
import org.dualtraining.catalog.framework.Provenance;
import org.dualtraining.catalog.frameworkimport.FrameworkReader;
import org.dualtraining.catalog.frameworkimport.ImportOptions;
import org.dualtraining.catalog.frameworkimport.ImportReport.Note;
import org.dualtraining.catalog.frameworkimport.ReadFramework;
import org.dualtraining.catalog.identity.Sha256;
import org.dualtraining.kit.problem.Malformed;

/** Reads CASE packages of either version. */
@ApplicationScoped
class CaseReader implements FrameworkReader {

    private final CaseSources sources;
    private final CaseProjections projections;
    private final ProviderConfig provider;

    @Inject
    CaseReader(CaseSources sources, CaseProjections projections, ProviderConfig provider) {
        this.sources = sources;
        this.projections = projections;
        this.provider = provider;
    }

    @Override
    public MediaType mediaType() {
        return MediaType.APPLICATION_JSON_TYPE;
    }

    @Override
    public ReadFramework read(byte[] body, ImportOptions options) {
        PackageFindings findings = new PackageFindings();
        CasePackage file = file(body, options, findings);
        PackageCheck.of(file, findings);
        if (findings.isFatal() || (findings.problemCount() > 0 && !options.acceptProblems())) {
            throw new PackageIsRefused(findings);
        }
        return new ReadCasePackage(
                file,
                new Provenance.Source(options.name(), Sha256.of(body)),
                notes(file, findings),
                sources,
                projections,
                new Addresses(provider.url()));
    }

    private static CasePackage file(byte[] body, ImportOptions options, PackageFindings findings) {
        CasePackage file;
        try {
            file = PackageReader.read(body, findings).orElseThrow(() -> new PackageIsRefused(findings));
        } catch (JsonProcessingException e) {
            throw new Malformed(
                    "",
                    e.getLocation() == null
                            ? "The body is not JSON."
                            : "The body is not JSON that can be read: line "
                                    + e.getLocation().getLineNr() + ", column "
                                    + e.getLocation().getColumnNr() + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return options.mintIdentifiers() ? Minting.of(file, findings) : file;
    }

    private static List<Note> notes(CasePackage file, PackageFindings findings) {
        List<Note> notes = new ArrayList<>();
        notes.add(new Note("/CFDocument", "read as CASE " + file.version().number()));
        findings.problems().forEach(each -> notes.add(new Note(each.pointer(), "accepted as it is: " + each.detail())));
        findings.notes().forEach(each -> notes.add(new Note(each.pointer(), each.detail())));
        int more = findings.problemCount()
                + findings.noteCount()
                - findings.problems().size()
                - findings.notes().size();
        if (more > 0) {
            notes.add(new Note("", "and " + more + " more"));
        }
        return notes;
    }
}
