package org.dualtraining.catalog.documentimport;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.Aliases;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Quoted;
import org.dualtraining.catalog.competencymodel.CompetencyModelReader;
import org.dualtraining.catalog.competencymodel.Fingerprint;
import org.dualtraining.catalog.competencymodel.FormMatcher;
import org.dualtraining.catalog.competencymodel.FormMatcher.FormMatches;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.OccupationText;
import org.dualtraining.catalog.framework.Provenance;
import org.dualtraining.catalog.framework.VersionCertification;
import org.dualtraining.catalog.framework.VersionContent;
import org.dualtraining.catalog.identity.CatalogIds;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.lint.DocumentLint;
import org.jspecify.annotations.Nullable;

/** A document that was read, with the ids that follow from it: everything of an import that needs no database. */
record ReadDocument(CompetencyModelDocument document, Provenance.Source source, String key) {

    private static final DocumentLint LINT = new DocumentLint();

    static ReadDocument of(byte[] bytes, String name) {
        CompetencyModelDocument document = CompetencyModelReader.read(bytes);
        return new ReadDocument(
                document,
                new Provenance.Source(name, Fingerprint.ofFile(bytes)),
                Names.slug(document.occupation().text()));
    }

    String fingerprint() {
        return Fingerprint.ofContent(document);
    }

    UUID occupationId() {
        return CatalogIds.occupation(key);
    }

    UUID frameworkId() {
        return CatalogIds.framework(key);
    }

    String occupationTitle() {
        return document.occupation().text();
    }

    String title() {
        Quoted title = document.title();
        return title == null ? occupationTitle() : title.text();
    }

    @Nullable
    String description() {
        Quoted description = document.description();
        return description == null ? null : description.text();
    }

    List<String> alternateTitles() {
        return document.alternateTitles().stream().map(Quoted::text).toList();
    }

    /** The draft that the document makes of the latest version, or of nothing. */
    Draft draft(Aliases aliases, @Nullable VersionContent latest) {
        FormMatches form = FormMatcher.match(document, aliases);
        CompetencyIds ids = CompetencyIds.of(
                frameworkId(),
                aliases,
                document.entries().toList(),
                latest == null ? List.of() : latest.competencies());
        DraftContent content = DraftContent.of(
                document, form.matches(), aliases, ids, latest == null ? List.of() : latest.competencies());
        List<VersionCertification> certifications =
                content.certifications(frameworkId(), document, latest == null ? List.of() : latest.certifications());
        Quoted industry = document.industry();
        return new Draft(
                new VersionContent(
                        title(),
                        industry == null ? null : industry.text(),
                        description(),
                        new OccupationText(occupationTitle(), description(), alternateTitles(), List.of(), List.of()),
                        new Provenance(basedOn(), source),
                        inOrder(form.findings(), ids.findings(), content.findings()),
                        List.of(),
                        latest == null ? List.of() : latest.replacements(),
                        content.competencies(),
                        certifications,
                        null),
                form.matches().stream()
                        .map(match -> new ImportReport.Match(
                                match.row().name(), match.row().line(), ids.of(match.entry()), match.how()))
                        .toList());
    }

    private List<Provenance.Basis> basedOn() {
        return document.basedOn().stream()
                .map(basis -> new Provenance.Basis(basis.title(), basis.publisher(), basis.date()))
                .toList();
    }

    /** By line; what is about something absent comes last. */
    private List<Finding> inOrder(List<Finding> ofForm, List<Finding> ofIds, List<Finding> ofLatest) {
        return Stream.of(document.findings(), LINT.check(document), ofForm, ofIds, ofLatest)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Finding::line, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    ImportReport.Counts counts() {
        return new ImportReport.Counts(
                1,
                document.alternateTitles().size(),
                (int) document.entries().count(),
                document.certifications().size(),
                document.form().size());
    }

    /** What becomes a version, and how the form was matched. */
    record Draft(VersionContent content, List<ImportReport.Match> matches) {}
}
