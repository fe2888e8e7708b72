package org.dualtraining.catalog.caseexchange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.catalog.casepackage.Addresses;
import org.dualtraining.catalog.casepackage.CasePackage;
import org.dualtraining.catalog.casepackage.DerivedCompetencies;
import org.dualtraining.catalog.casepackage.PackageDiff;
import org.dualtraining.catalog.casepackage.Projection;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.Provenance;
import org.dualtraining.catalog.framework.VersionContent;
import org.dualtraining.catalog.frameworkimport.ImportReport.Note;
import org.dualtraining.catalog.frameworkimport.ReadFramework;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/** A package that was read and found good, or good enough for whoever sent it. */
final class ReadCasePackage implements ReadFramework {

    /** The id alone tells frameworks apart; an index holds no title of any length. */
    private static final int LONGEST_SLUG = 200;

    private final CasePackage file;
    private final Provenance.Source source;
    private final List<Note> notes;
    private final CaseSources sources;
    private final CaseProjections projections;
    private final Addresses addresses;

    ReadCasePackage(
            CasePackage file,
            Provenance.Source source,
            List<Note> notes,
            CaseSources sources,
            CaseProjections projections,
            Addresses addresses) {
        this.file = file;
        this.source = source;
        this.notes = notes;
        this.sources = sources;
        this.projections = projections;
        this.addresses = addresses;
    }

    @Override
    public UUID frameworkId() {
        return file.id().orElseThrow();
    }

    @Override
    public String key() {
        String slug = Names.slug(title());
        return slug.substring(0, Math.min(LONGEST_SLUG, slug.length())) + ":" + frameworkId();
    }

    @Override
    public String title() {
        return file.title().isBlank() ? "Untitled framework" : file.title().strip();
    }

    @Override
    public List<Note> notes() {
        return notes;
    }

    @Override
    public boolean saysTheSameAs(FrameworkVersion version) {
        Projection latest = projections.of(version);
        boolean isTheSameFile = version.content().provenance().source().sha256().equals(source.sha256());
        return (isTheSameFile && latest.isUntouched())
                || PackageDiff.between(latest.file(), file, addresses).isEmpty();
    }

    @Override
    public Optional<String> placeOf(UUID competency) {
        return file.placeOfItem(competency);
    }

    @Override
    public VersionContent content(@Nullable FrameworkVersion latest) {
        @Nullable VersionContent before = latest == null ? null : latest.content();
        Note early = new Note(
                "/CFDocument/lastChangeDateTime",
                "is not later than what the catalog has: the new version says the time of its last change here");
        if (latest != null
                && !notes.contains(early)
                && !file.isLaterThan(projections.of(latest).file())) {
            notes.add(early);
        }
        VersionContent content = new VersionContent(
                title(),
                file.firstSubject().orElse(before == null ? null : before.industry()),
                file.description().orElse(null),
                before == null ? null : before.occupation(),
                new Provenance(before == null ? List.of() : before.provenance().basedOn(), source),
                List.of(),
                List.of(),
                before == null ? List.of() : before.replacements(),
                DerivedCompetencies.of(file, before == null ? List.of() : before.competencies()),
                before == null ? List.of() : before.certifications(),
                before == null ? null : before.schedule());
        return before == null ? content : content.withAnnotationsOf(before);
    }

    @Override
    public @Nullable Object formatDiff(@Nullable FrameworkVersion latest) {
        return latest == null
                ? null
                : PackageDiff.between(projections.of(latest).file(), file, addresses);
    }

    @Override
    public void keepSource() {
        sources.keep(source.sha256(), file);
    }
}
