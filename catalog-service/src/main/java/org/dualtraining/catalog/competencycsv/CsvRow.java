package org.dualtraining.catalog.competencycsv;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/**
 * A row as the file has it, with a cell for each column in Moodle's order.
 *
 * @param number as a spreadsheet counts: the heading is row 1
 * @param cells verbatim
 */
record CsvRow(int number, List<String> cells) {

    /** Plain text and Markdown; every other format that Moodle knows is HTML. */
    private static final Set<String> FORMATS_WITHOUT_TAGS = Set.of("2", "4");

    private static final String ENCODED_COMMA = "%2C";

    String cell(Column column) {
        return cells.get(column.ordinal());
    }

    String idNumber() {
        return Names.trimmed(cell(Column.ID_NUMBER));
    }

    String parentIdNumber() {
        return Names.trimmed(cell(Column.PARENT_ID_NUMBER));
    }

    String name() {
        return Names.trimmed(Normalizer.normalize(cell(Column.SHORT_NAME), Normalizer.Form.NFC));
    }

    /** The description as text; the cell itself, with its tags, is kept beside it. */
    @Nullable
    String definition() {
        String cell = cell(Column.DESCRIPTION);
        String text = FORMATS_WITHOUT_TAGS.contains(Names.trimmed(cell(Column.DESCRIPTION_FORMAT)))
                ? cell.replace("\r\n", "\n").replace('\r', '\n')
                : HtmlText.plain(cell);
        String trimmed = Names.trimmed(Normalizer.normalize(text, Normalizer.Form.NFC));
        return trimmed.isEmpty() ? null : trimmed;
    }

    /** Commas separate ID numbers; one inside an ID number is written as %2C. */
    List<String> crossReferences() {
        return Stream.of(cell(Column.CROSS_REFERENCES).split(","))
                .map(reference ->
                        Names.trimmed(reference.replace(ENCODED_COMMA, ",").replace("%2c", ",")))
                .filter(reference -> !reference.isEmpty())
                .toList();
    }
}
