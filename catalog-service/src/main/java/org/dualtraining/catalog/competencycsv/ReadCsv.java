package org.dualtraining.catalog.competencycsv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.Provenance;
import org.dualtraining.catalog.framework.VersionContent;
import org.dualtraining.catalog.frameworkimport.ImportReport.Note;
import org.dualtraining.catalog.frameworkimport.ReadFramework;
import org.dualtraining.catalog.identity.CatalogIds;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.identity.Sha256;
import org.jspecify.annotations.Nullable;

/** A file that was read, and what it makes of the catalog's latest version. */
final class ReadCsv implements ReadFramework {

    private final CompetencyCsv csv;
    private final byte[] file;
    private final Provenance.Source source;
    private final CsvSources sources;

    ReadCsv(CompetencyCsv csv, byte[] file, String name, CsvSources sources) {
        this.csv = csv;
        this.file = file;
        this.source = new Provenance.Source(name, Sha256.of(file));
        this.sources = sources;
    }

    /** An export of a framework that came from no CSV has the framework's id as its ID number. */
    @Override
    public UUID frameworkId() {
        return RowIds.uuid(csv.framework().idNumber()).orElseGet(() -> CatalogIds.framework(key()));
    }

    @Override
    public String key() {
        return "csv/" + Names.folded(csv.framework().idNumber());
    }

    @Override
    public String title() {
        return csv.framework().name();
    }

    @Override
    public List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        Set<String> known = new HashSet<>();
        csv.rows().forEach(row -> known.add(row.idNumber()));
        CsvNames names = CsvNames.of(csv);
        for (CsvRow row : csv.rows()) {
            if (!names.isItsOwn(row)) {
                notes.add(new Note(
                        "/rows/" + row.number() + "/" + Column.SHORT_NAME.header(),
                        "another row has this name, if not in the same case; the competency of row " + row.number()
                                + " gets its ID number behind its name, and the cell stays as it is in exports"));
            }
            if (!known.containsAll(row.crossReferences())) {
                notes.add(new Note(
                        "/rows/" + row.number() + "/" + Column.CROSS_REFERENCES.header(),
                        "row " + row.number() + " refers to an ID number that no row has; the cell is kept as it is"));
            }
        }
        return notes;
    }

    /** Compares what an export of the version would say, so that whatever the catalog writes is no news to it. */
    @Override
    public boolean saysTheSameAs(FrameworkVersion version) {
        Optional<CompetencyCsv> before = sources.of(version);
        return ExportedRows.ofMentioned(version, before).saysTheSameAs(csv)
                || ExportedRows.of(version, before).saysTheSameAs(csv);
    }

    @Override
    public Optional<String> placeOf(UUID competency) {
        return csv.rows().stream()
                .filter(row ->
                        RowIds.uuid(row.idNumber()).filter(competency::equals).isPresent())
                .map(row -> "/rows/" + row.number() + "/" + Column.ID_NUMBER.header())
                .findFirst();
    }

    @Override
    public VersionContent content(@Nullable FrameworkVersion latest) {
        return CsvContent.of(
                csv, frameworkId(), source, Optional.ofNullable(latest).map(FrameworkVersion::content));
    }

    @Override
    public void keepSource() {
        sources.keep(source.sha256(), file);
    }
}
