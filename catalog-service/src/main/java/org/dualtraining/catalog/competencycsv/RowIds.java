package org.dualtraining.catalog.competencycsv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.dualtraining.catalog.identity.CatalogIds;

/**
 * The id of each row: the ID number itself when it is a UUID, which our exports write for what has no code; else the
 * competency that the latest version has under this code; else one that follows from the framework and the ID number.
 */
final class RowIds {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Map<String, UUID> ids = new HashMap<>();

    private RowIds() {}

    static RowIds of(UUID framework, List<CsvRow> rows, List<VersionCompetency> latest) {
        Map<String, UUID> known = new HashMap<>();
        ExportedRows.idNumbers(latest).forEach((id, idNumber) -> known.put(idNumber, id));
        RowIds made = new RowIds();
        Map<UUID, CsvRow> taken = new HashMap<>();
        CsvProblems problems = new CsvProblems();
        for (CsvRow row : rows) {
            String idNumber = row.idNumber();
            UUID id = uuid(idNumber)
                    .or(() -> Optional.ofNullable(known.get(idNumber)))
                    .orElseGet(() -> CatalogIds.competencyWithCode(framework, idNumber));
            CsvRow other = taken.putIfAbsent(id, row);
            if (other != null) {
                problems.at(row, Column.ID_NUMBER, "means the competency of row " + other.number() + " too");
            }
            made.ids.put(idNumber, id);
        }
        problems.refuseIfAny();
        return made;
    }

    UUID of(CsvRow row) {
        return of(row.idNumber()).orElseThrow();
    }

    Optional<UUID> of(String idNumber) {
        return Optional.ofNullable(ids.get(idNumber));
    }

    static Optional<UUID> uuid(String idNumber) {
        return UUID_TEXT.matcher(idNumber).matches() ? Optional.of(UUID.fromString(idNumber)) : Optional.empty();
    }
}
