package org.dualtraining.catalog.competencycsv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a version: those of the file that it came from, with what was changed since, and rows of our own for all
 * that no file has.
 */
final class ExportedRows {

    /** Of Moodle's four description formats the one that holds text as it is. */
    private static final String PLAIN = "2";

    private static final String SCALE = "0,1,2,3,4";

    /** Moodle counts the values from 1; a core competency is reached with 3 or 4. */
    private static final String SCALE_CONFIGURATION =
            "[{\"scaleid\":\"1\"},{\"id\":4,\"scaledefault\":1,\"proficient\":1},{\"id\":5,\"proficient\":1}]";

    private static final String TAXONOMY = "competency,competency,competency,competency";

    private final FrameworkVersion version;
    private final Optional<CompetencyCsv> source;
    private final List<VersionCompetency> competencies;
    private final Map<String, CsvRow> sourceRows = new HashMap<>();
    private final Optional<CsvNames> sourceNames;
    private final Map<UUID, String> idNumbers;
    private final List<CsvRow> rows = new ArrayList<>();

    private ExportedRows(
            FrameworkVersion version, Optional<CompetencyCsv> source, Predicate<VersionCompetency> wanted) {
        this.version = version;
        this.source = source;
        this.sourceNames = source.map(CsvNames::of);
        this.competencies = version.content().competencies().stream()
                .filter(wanted)
                .sorted(Comparator.comparingInt(VersionCompetency::listPosition))
                .toList();
        source.ifPresent(csv -> csv.rows().forEach(row -> sourceRows.put(row.idNumber(), row)));
        this.idNumbers = idNumbers(version.content().competencies());
    }

    /** The framework, then its competencies with parents before their children. */
    static CompetencyCsv of(FrameworkVersion version, Optional<CompetencyCsv> source) {
        return new ExportedRows(version, source, competency -> true).made();
    }

    /** The same without what the version carried over from the one before. */
    static CompetencyCsv ofMentioned(FrameworkVersion version, Optional<CompetencyCsv> source) {
        return new ExportedRows(version, source, competency -> !competency.notMentioned()).made();
    }

    /** A competency's code where it tells it from all others, else its id. */
    static Map<UUID, String> idNumbers(List<VersionCompetency> competencies) {
        Map<String, Long> uses = competencies.stream()
                .map(VersionCompetency::code)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
        Map<UUID, String> idNumbers = new HashMap<>();
        for (VersionCompetency competency : competencies) {
            String code = competency.code();
            boolean isItsOwn = code != null
                    && uses.getOrDefault(code, 0L) == 1
                    && SectionRow.of(code).isEmpty();
            idNumbers.put(
                    competency.competencyId(),
                    code != null && isItsOwn ? code : competency.competencyId().toString());
        }
        return idNumbers;
    }

    private CompetencyCsv made() {
        addFramework();
        Map<SectionKind, CsvRow> sections = new LinkedHashMap<>();
        source.ifPresent(csv ->
                csv.rows().forEach(row -> SectionRow.of(csv, row).ifPresent(section -> sections.put(section, row))));
        if (source.isPresent() && sections.isEmpty()) {
            competencies.forEach(competency -> add(competency, ""));
        } else {
            Stream.concat(sections.keySet().stream(), Stream.of(SectionKind.values()))
                    .distinct()
                    .forEach(section -> addSection(section, sections.get(section)));
        }
        return CompetencyCsv.of(rows);
    }

    private void addFramework() {
        Cells cells = source.map(
                        csv -> new Cells(csv.framework(), csv.framework().name()))
                .orElseGet(() -> new Cells()
                        .set(Column.ID_NUMBER, version.frameworkId().toString())
                        .set(Column.SCALE_VALUES, SCALE)
                        .set(Column.SCALE_CONFIGURATION, SCALE_CONFIGURATION)
                        .set(Column.IS_FRAMEWORK, "1")
                        .set(Column.TAXONOMY, TAXONOMY));
        add(cells.say(version.content().title(), version.content().description()));
    }

    private void addSection(SectionKind section, @Nullable CsvRow row) {
        List<VersionCompetency> ofSection = competencies.stream()
                .filter(competency -> competency.section() == section)
                .toList();
        if (row != null) {
            add(cells(row));
        } else if (!ofSection.isEmpty()) {
            add(new Cells().set(Column.ID_NUMBER, section.name()).say(section.title(), null));
        }
        ofSection.forEach(competency -> add(competency, section.name()));
    }

    private void add(VersionCompetency competency, String top) {
        String idNumber = idNumbers.getOrDefault(competency.competencyId(), "");
        UUID parent = competency.parentId();
        String parentIdNumber = parent == null ? top : idNumbers.getOrDefault(parent, top);
        CsvRow row = sourceRows.get(idNumber);
        Cells cells = row == null ? new Cells().set(Column.ID_NUMBER, idNumber) : cells(row);
        boolean isOnTop = row != null
                && parent == null
                && source.filter(csv -> csv.isTop(row)).isPresent();
        if (row == null || !(isOnTop || row.parentIdNumber().equals(parentIdNumber))) {
            cells.set(Column.PARENT_ID_NUMBER, parentIdNumber);
        }
        add(cells.say(competency.name(), competency.definition()));
    }

    private Cells cells(CsvRow row) {
        return new Cells(row, sourceNames.map(names -> names.of(row)).orElse(row.name()));
    }

    private void add(Cells cells) {
        rows.add(new CsvRow(rows.size() + 2, cells.toList()));
    }

    /** The cells of one row in the making. */
    private static final class Cells {

        private final String[] cells = new String[Column.values().length];
        private final @Nullable CsvRow original;
        private final String originalName;

        Cells() {
            Arrays.fill(cells, "");
            this.original = null;
            this.originalName = "";
        }

        /** @param name which the catalog has for the row */
        Cells(CsvRow original, String name) {
            original.cells().toArray(cells);
            this.original = original;
            this.originalName = name;
        }

        Cells set(Column column, String cell) {
            cells[column.ordinal()] = cell;
            return this;
        }

        /** The original's own cells stay where they already say this, tags and blanks included. */
        Cells say(String name, @Nullable String definition) {
            if (original == null || !originalName.equals(name)) {
                set(Column.SHORT_NAME, name);
            }
            if (original == null || !Objects.equals(original.definition(), definition)) {
                set(Column.DESCRIPTION, definition == null ? "" : definition);
                set(Column.DESCRIPTION_FORMAT, PLAIN);
            }
            return this;
        }

        List<String> toList() {
            return List.of(cells);
        }
    }
}
