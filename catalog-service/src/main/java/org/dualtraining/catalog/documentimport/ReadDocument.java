package org.dualtraining.catalog.documentimport;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.Aliases;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.CertificationLine;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Quoted;
import org.dualtraining.catalog.competencymodel.CompetencyModelReader;
import org.dualtraining.catalog.competencymodel.Fingerprint;
import org.dualtraining.catalog.competencymodel.FormMatcher;
import org.dualtraining.catalog.competencymodel.FormMatcher.FormMatches;
import org.dualtraining.catalog.competencymodel.KnownNames;
import org.dualtraining.catalog.framework.Excerpt;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.OccupationText;
import org.dualtraining.catalog.framework.Provenance;
import org.dualtraining.catalog.framework.VersionCertification;
import org.dualtraining.catalog.framework.VersionContent;
import org.dualtraining.catalog.framework.WorkProcessSchedule;
import org.dualtraining.catalog.identity.CatalogIds;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.identity.Sha256;
import org.dualtraining.catalog.lint.DocumentLint;
import org.dualtraining.catalog.rendition.Rendition;
import org.dualtraining.catalog.rendition.Renditions;
import org.dualtraining.catalog.workprocess.WorkProcessDocument;
import org.dualtraining.catalog.workprocess.WorkProcessReader;
import org.jspecify.annotations.Nullable;

/**
 * A document that was read, with the ids that follow from it: everything of an import that needs no database.
 *
 * @param schedule when it is a work process schedule, of which the document is the part that is competencies
 * @param lint what the rules found in it
 */
record ReadDocument(
        Rendition rendition,
        CompetencyModelDocument document,
        @Nullable WorkProcessDocument schedule,
        Provenance.Source source,
        String key,
        List<Finding> lint) {

    private static final DocumentLint LINT = new DocumentLint();

    static ReadDocument of(byte[] bytes, String mediaType, String name, KnownNames known) {
        Rendition rendition = Renditions.read(bytes, mediaType);
        WorkProcessDocument schedule =
                WorkProcessReader.isOfFamily(rendition) ? WorkProcessReader.read(rendition) : null;
        CompetencyModelDocument document =
                schedule == null ? CompetencyModelReader.read(rendition.lines(), known) : ScheduleModel.of(schedule);
        return new ReadDocument(
                rendition,
                document,
                schedule,
                new Provenance.Source(name, Sha256.of(bytes)),
                Names.slug(document.occupation().text()),
                LINT.check(document));
    }

    String fingerprint() {
        String content = Fingerprint.ofContent(document);
        return schedule == null ? content : Sha256.of((content + schedule.said()).getBytes(StandardCharsets.UTF_8));
    }

    UUID occupationId() {
        return CatalogIds.occupation(key);
    }

    UUID frameworkId() {
        return CatalogIds.framework(key);
    }

    /** Who gives a certification, where the document says it, by the certification's id. */
    Map<UUID, String> issuers() {
        Map<UUID, String> issuers = new HashMap<>();
        for (CertificationLine line : document.certifications()) {
            if (line.issuer() != null) {
                issuers.put(CatalogIds.certification(frameworkId(), line.name()), line.issuer());
            }
        }
        return issuers;
    }

    String occupationTitle() {
        return document.occupation().text();
    }

    String title() {
        Quoted title = document.title();
        return title == null ? occupationTitle() : title.text();
    }

    private @Nullable String industry(@Nullable VersionContent latest) {
        Quoted industry = document.industry();
        return industry != null ? industry.text() : latest == null ? null : latest.industry();
    }

    /** A document that says none does not take away the one that is known. */
    private @Nullable String description(@Nullable VersionContent latest) {
        Quoted description = document.description();
        return description != null ? description.text() : latest == null ? null : latest.description();
    }

    /** Codes stand in schedules and alternate titles in models: each kind of document keeps what the other one said. */
    private OccupationText occupationText(@Nullable VersionContent latest) {
        @Nullable OccupationText before = latest == null ? null : latest.occupation();
        List<String> titles =
                document.alternateTitles().stream().map(Quoted::text).toList();
        List<String> onetSocCodes = schedule == null ? List.of() : schedule.onetSocCodes();
        List<String> rapidsCodes = schedule == null ? List.of() : schedule.rapidsCodes();
        return new OccupationText(
                occupationTitle(),
                description(latest),
                titles.isEmpty() && before != null ? before.alternateTitles() : titles,
                onetSocCodes.isEmpty() && before != null ? before.onetSocCodes() : onetSocCodes,
                rapidsCodes.isEmpty() && before != null ? before.rapidsCodes() : rapidsCodes);
    }

    private @Nullable WorkProcessSchedule scheduleOf(CompetencyIds ids, @Nullable VersionContent latest) {
        if (schedule == null) {
            return latest == null ? null : latest.schedule();
        }
        return ScheduleContent.of(schedule, name -> ids.of(new Entry(0, name, null, List.of())));
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
                document,
                form.matches(),
                aliases,
                ids,
                schedule == null ? Map.of() : ScheduleModel.coreMarks(schedule),
                latest == null ? List.of() : latest.competencies());
        List<VersionCertification> certifications =
                content.certifications(frameworkId(), document, latest == null ? List.of() : latest.certifications());
        VersionContent said = new VersionContent(
                title(),
                industry(latest),
                description(latest),
                occupationText(latest),
                new Provenance(basedOn(), source),
                inOrder(form.findings(), ids.findings(), content.findings()),
                List.of(),
                latest == null ? List.of() : latest.replacements(),
                content.competencies(),
                certifications,
                scheduleOf(ids, latest));
        return new Draft(
                latest == null ? said : said.withAnnotationsOf(latest),
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
        List<Finding> ofCodes = schedule == null ? List.of() : CodeFindings.of(rendition, schedule);
        return Stream.of(document.findings(), lint, ofCodes, ofForm, ofIds, ofLatest)
                .flatMap(List::stream)
                .map(this::withPage)
                .sorted(Comparator.comparing(Finding::line, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** Nobody can count the lines of a PDF. */
    private Finding withPage(Finding finding) {
        Integer line = finding.line();
        return line == null
                ? finding
                : rendition
                        .pageOf(line)
                        .map(page -> new Finding(
                                finding.id(),
                                finding.kind(),
                                line,
                                finding.text(),
                                finding.reason() + " (page " + page + ")",
                                finding.proposal()))
                        .orElse(finding);
    }

    List<ImportReport.Heading> headings() {
        return document.headings().stream()
                .map(heading -> new ImportReport.Heading(heading.line(), Excerpt.of(heading.text()), heading.kind()))
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
