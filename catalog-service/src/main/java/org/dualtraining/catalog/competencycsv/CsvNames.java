package org.dualtraining.catalog.competencycsv;

import static org.dualtraining.catalog.framework.VersionCompetency.LONGEST_NAME;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dualtraining.catalog.identity.Names;

/**
 * The name of each row's competency. Moodle lets rows have the same short name, also in another case; a competency is told
 * by its name, so the second of a name gets its ID number behind it. The cell stays as it is in exports.
 */
final class CsvNames {

    private static final int LONGEST_SUFFIX = 100;

    private final Map<String, String> names = new HashMap<>();

    private CsvNames() {}

    static CsvNames of(CompetencyCsv csv) {
        CsvNames made = new CsvNames();
        Set<String> all = new HashSet<>();
        csv.rows().forEach(row -> all.add(Names.folded(row.name())));
        Set<String> taken = new HashSet<>();
        for (CsvRow row : csv.rows()) {
            if (SectionRow.of(csv, row).isEmpty()) {
                String name = taken.add(Names.folded(row.name())) ? row.name() : withIdNumber(row, all);
                all.add(Names.folded(name));
                made.names.put(row.idNumber(), name);
            }
        }
        return made;
    }

    String of(CsvRow row) {
        return names.getOrDefault(row.idNumber(), row.name());
    }

    boolean isItsOwn(CsvRow row) {
        return of(row).equals(row.name());
    }

    private static String withIdNumber(CsvRow row, Set<String> all) {
        String idNumber = cut(row.idNumber().replaceAll("[\\s\\p{Z}]+", " "), LONGEST_SUFFIX);
        String suffix = " (" + idNumber + ")";
        for (int number = 2; ; number++) {
            String name = cut(row.name(), LONGEST_NAME - suffix.length()) + suffix;
            if (!all.contains(Names.folded(name))) {
                return name;
            }
            suffix = " (" + idNumber + ", " + number + ")";
        }
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
