package org.dualtraining.catalog.competencycsv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dualtraining.kit.problem.Problem;

/**
 * The first row: which character separates, and which column stands where.
 *
 * @param columns by position; empty for a column without a heading
 */
record Headings(char separator, List<String> names, List<Optional<Column>> columns) {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final Set<Column> NEEDED =
            EnumSet.of(Column.PARENT_ID_NUMBER, Column.ID_NUMBER, Column.SHORT_NAME, Column.IS_FRAMEWORK);

    /** Far above what a description holds; a quote that is never closed would otherwise swallow the file. */
    private static final int LONGEST_CELL = 65_536;

    private static final int MOST_CELLS = 100;

    /** The separator under which most headings are known; the reading of the rest follows from it. */
    static Headings of(CsvText text) {
        Headings best = SEPARATORS.stream()
                .map(separator -> readWith(text, separator))
                .max(Comparator.comparingInt(Headings::known))
                .orElseThrow();
        best.requireUsable();
        return best.hasMoodlesOrder() ? best.inMoodlesOrder() : best;
    }

    static CsvReader<CsvRecord> records(CsvText text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_CELLS)
                                .maxFieldSize(LONGEST_CELL)
                                .build(),
                        text.reader());
    }

    private static Headings readWith(CsvText text, char separator) {
        try (CsvReader<CsvRecord> records = records(text, separator)) {
            List<String> names =
                    records.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
            return new Headings(
                    separator, names, names.stream().map(Column::named).toList());
        } catch (CsvParseException e) {
            return new Headings(separator, List.of(), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int known() {
        return (int) columns.stream().flatMap(Optional::stream).distinct().count();
    }

    /** Moodle itself goes by position, and writes its headings in the language of whoever exports. */
    private boolean hasMoodlesOrder() {
        Column[] order = Column.values();
        return columns.size() == order.length
                && IntStream.range(0, order.length)
                        .allMatch(i ->
                                columns.get(i).map(column -> column == order[i]).orElse(true));
    }

    private Headings inMoodlesOrder() {
        return new Headings(
                separator, names, Stream.of(Column.values()).map(Optional::of).toList());
    }

    private void requireUsable() {
        if (hasMoodlesOrder()) {
            return;
        }
        List<Problem.Violation> wrong = new ArrayList<>();
        Set<Column> seen = EnumSet.noneOf(Column.class);
        for (int i = 0; i < names.size(); i++) {
            int position = i + 1;
            Optional<Column> column = columns.get(i);
            if (column.isPresent() && !seen.add(column.get())) {
                wrong.add(heading(
                        position, "repeats the heading \"" + column.get().header() + "\""));
            } else if (column.isEmpty() && !names.get(i).isBlank()) {
                wrong.add(heading(
                        position,
                        "is not a column of Moodle's competency CSV and would be lost; rename it or take it out"));
            }
        }
        NEEDED.stream()
                .filter(column -> !seen.contains(column))
                .map(column -> new Problem.Violation("/rows/1", "the heading \"" + column.header() + "\" is missing"))
                .forEach(wrong::add);
        if (!wrong.isEmpty()) {
            throw new BrokenCompetencyCsv(
                    "The first row is not the heading row of Moodle's competency framework CSV, with commas, semicolons"
                            + " or tabs between the cells.",
                    wrong);
        }
    }

    private static Problem.Violation heading(int position, String detail) {
        return new Problem.Violation("/rows/1", "column " + position + " " + detail);
    }
}
