package org.dualtraining.catalog.documentimport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.catalog.certification.Certifications;
import org.dualtraining.catalog.competencymodel.Aliases;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.FrameworkVersions;
import org.dualtraining.catalog.framework.Frameworks;
import org.dualtraining.catalog.framework.HistoryAction;
import org.dualtraining.catalog.framework.RecordedAliases;
import org.dualtraining.catalog.framework.VersionCertification;
import org.dualtraining.catalog.framework.VersionStore;
import org.dualtraining.catalog.identity.CatalogIds;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.lint.KnownCredentials;
import org.dualtraining.catalog.occupation.Occupations;
import org.jboss.logging.Logger;

/** From a document to a draft version: read, match, check, store. A document that says nothing new stores nothing. */
@ApplicationScoped
class ImportDocument {

    private static final Logger LOG = Logger.getLogger(ImportDocument.class);
    private static final KnownCredentials CREDENTIALS = KnownCredentials.load();

    private final DocumentImports imports;
    private final Occupations occupations;
    private final Frameworks frameworks;
    private final FrameworkVersions versions;
    private final VersionStore store;
    private final RecordedAliases recordedAliases;
    private final Certifications certifications;
    private final Clock clock;

    @Inject
    ImportDocument(
            DocumentImports imports,
            Occupations occupations,
            Frameworks frameworks,
            FrameworkVersions versions,
            VersionStore store,
            RecordedAliases recordedAliases,
            Certifications certifications,
            Clock clock) {
        this.imports = imports;
        this.occupations = occupations;
        this.frameworks = frameworks;
        this.versions = versions;
        this.store = store;
        this.recordedAliases = recordedAliases;
        this.certifications = certifications;
        this.clock = clock;
    }

    @Transactional
    ImportReport handle(ReadDocument read) {
        UUID framework = read.frameworkId();
        frameworks.lockFirst(framework);
        return imports.sameBefore(framework, read.fingerprint())
                .map(ImportReport::unchanged)
                .orElseGet(() -> store(read));
    }

    private ImportReport store(ReadDocument read) {
        UUID framework = read.frameworkId();
        Instant now = clock.instant();
        occupations.storeIfNew(read.occupationId(), read.key(), read.occupationTitle());
        frameworks.storeLocked(framework, read.key(), read.title(), read.occupationId());
        ReadDocument.Draft draft = read.draft(
                aliases(framework),
                versions.base(framework).map(FrameworkVersion::content).orElse(null));
        certifications.storeNew(named(framework, draft.content().certifications(), read.issuers()));
        int version = store.importDraft(framework, draft.content(), HistoryAction.DOCUMENT_IMPORTED);
        ImportReport report = new ImportReport(
                CatalogIds.documentImport(framework, read.source().sha256(), version),
                new ImportReport.OccupationRef(read.occupationId(), read.occupationTitle()),
                framework,
                version,
                read.source(),
                read.counts(),
                read.headings(),
                draft.matches(),
                draft.content().findings(),
                true);
        imports.insert(report, read.fingerprint(), now);
        LOG.infof(
                "document imported framework=%s version=%d findings=%d",
                framework, version, report.findings().size());
        return report;
    }

    /** Names that a document of this occupation may use: those of its latest version, and recorded wordings of them. */
    List<String> knownNames(String occupation) {
        UUID framework = CatalogIds.framework(Names.slug(occupation));
        List<String> known = new ArrayList<>();
        versions.latest(framework)
                .ifPresent(
                        latest -> latest.content().competencies().forEach(competency -> known.add(competency.name())));
        recordedAliases.in(framework).forEach(recorded -> {
            known.add(recorded.name());
            known.add(recorded.alias());
        });
        return known;
    }

    private Aliases aliases(UUID framework) {
        return new Aliases(recordedAliases.in(framework).stream()
                .map(recorded -> new Aliases.Alias(recorded.name(), recorded.alias()))
                .toList());
    }

    /** What a credential's own issuer is known as wins over what the document calls it. */
    private static List<Certifications.Named> named(
            UUID framework, List<VersionCertification> certifications, Map<UUID, String> issuers) {
        List<Certifications.Named> named = new ArrayList<>();
        for (VersionCertification certification : certifications) {
            named.add(new Certifications.Named(
                    certification.id(),
                    framework,
                    named.size(),
                    certification.name(),
                    certification.abbreviation(),
                    CREDENTIALS
                            .issuerOf(certification.name(), certification.abbreviation())
                            .orElse(issuers.get(certification.id()))));
        }
        return named;
    }
}
