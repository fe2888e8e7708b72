package org.dualtraining.catalog.competencycsv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.catalog.framework.CarriedOver;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.framework.Provenance;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.dualtraining.catalog.framework.VersionContent;
import org.jspecify.annotations.Nullable;

/**
 * The draft that a file makes of the latest version: what the file says, and from the version all that a CSV has no
 * column for. A competency that the file does not have is carried over and not retired.
 */
final class CsvContent {

    /** Of competencies whose section neither the file nor a version before tells. */
    private static final SectionKind DEFAULT_SECTION = SectionKind.OCCUPATION_SPECIFIC;

    private final CompetencyCsv csv;
    private final RowIds ids;
    private final CsvNames names;
    private final Map<UUID, VersionCompetency> latest = new HashMap<>();
    private final Map<UUID, Integer> formPositions = new HashMap<>();
    private final Map<UUID, SectionKind> sections = new HashMap<>();
    private final List<VersionCompetency> competencies = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private CsvContent(CompetencyCsv csv, RowIds ids, List<VersionCompetency> latestRows) {
        this.csv = csv;
        this.ids = ids;
        this.names = CsvNames.of(csv);
        latestRows.forEach(row -> latest.put(row.competencyId(), row));
        latestRows.stream()
                .sorted(Comparator.comparingInt(VersionCompetency::formPosition))
                .forEach(row -> placeInForm(row.competencyId()));
    }

    static VersionContent of(
            CompetencyCsv csv, UUID framework, Provenance.Source source, Optional<VersionContent> latest) {
        List<VersionCompetency> latestRows =
                latest.map(VersionContent::competencies).orElse(List.of());
        List<CsvRow> rows = csv.rows().stream()
                .filter(row -> SectionRow.of(csv, row).isEmpty())
                .toList();
        CsvContent made = new CsvContent(csv, RowIds.of(framework, rows, latestRows), latestRows);
        rows.forEach(made::add);
        made.carryOver(latestRows);
        VersionContent content = new VersionContent(
                csv.framework().name(),
                latest.map(VersionContent::industry).orElse(null),
                csv.framework().definition(),
                latest.map(VersionContent::occupation).orElse(null),
                new Provenance(
                        latest.map(before -> before.provenance().basedOn()).orElse(List.of()), source),
                made.findings,
                List.of(),
                latest.map(VersionContent::replacements).orElse(List.of()),
                made.competencies,
                latest.map(VersionContent::certifications).orElse(List.of()),
                latest.map(VersionContent::schedule).orElse(null));
        return latest.map(content::withAnnotationsOf).orElse(content);
    }

    private void add(CsvRow row) {
        UUID id = ids.of(row);
        VersionCompetency before = latest.get(id);
        boolean isNamedById = id.toString().equals(row.idNumber());
        place(new VersionCompetency(
                id,
                csv.isTop(row) ? null : ids.of(row.parentIdNumber()).orElse(null),
                section(row, id),
                competencies.size(),
                placeInForm(id),
                names.of(row),
                row.definition(),
                before == null || before.core(),
                otherNames(names.of(row), before),
                isNamedById ? null : row.idNumber(),
                false));
    }

    private SectionKind section(CsvRow row, UUID id) {
        if (!csv.isTop(row)) {
            String parent = row.parentIdNumber();
            return ids.of(parent)
                    .map(sections::get)
                    .or(() -> SectionRow.of(parent))
                    .orElse(DEFAULT_SECTION);
        }
        VersionCompetency before = latest.get(id);
        return before == null ? DEFAULT_SECTION : before.section();
    }

    private void carryOver(List<VersionCompetency> latestRows) {
        List<VersionCompetency> carried = CarriedOver.behind(competencies, latestRows, this::placeInForm);
        competencies.addAll(carried);
        carried.forEach(row -> findings.add(Finding.absent(
                FindingKind.NOT_MENTIONED,
                row.name(),
                "the version before has this competency and the file has no row for it; it is carried over and not"
                        + " retired")));
    }

    private void place(VersionCompetency competency) {
        sections.put(competency.competencyId(), competency.section());
        competencies.add(competency);
    }

    private int placeInForm(UUID competency) {
        return formPositions.computeIfAbsent(competency, id -> formPositions.size());
    }

    private static List<String> otherNames(String name, @Nullable VersionCompetency before) {
        if (before == null) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>(before.aliases());
        names.add(before.name());
        names.remove(name);
        return List.copyOf(names);
    }
}
