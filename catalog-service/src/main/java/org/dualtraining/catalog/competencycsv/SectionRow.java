package org.dualtraining.catalog.competencycsv;

import java.util.Optional;
import java.util.stream.Stream;
import org.dualtraining.catalog.framework.SectionKind;

/**
 * The catalog's sections as rows: a top-level row whose ID number is the name of a section stands for it, and is no
 * competency. Exports write such rows, and people may.
 */
final class SectionRow {

    private SectionRow() {}

    static Optional<SectionKind> of(CompetencyCsv csv, CsvRow row) {
        return csv.isTop(row) ? of(row.idNumber()) : Optional.empty();
    }

    static Optional<SectionKind> of(String idNumber) {
        return Stream.of(SectionKind.values())
                .filter(kind -> kind.name().equals(idNumber))
                .findFirst();
    }
}
