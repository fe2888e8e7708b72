package org.dualtraining.plan.completionstream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.completion.CourseCompletionInput;
import org.jspecify.annotations.Nullable;

/**
 * What the columns are and what parts them. A header that does not fit is refused without repeating it: where it is
 * missing, a row with a person's data stands in its place.
 */
final class CsvHeader {

    private static final List<String> COLUMNS = Arrays.stream(CourseCompletionInput.class.getRecordComponents())
            .map(component -> component.getName())
            .toList();
    private static final Set<String> NEEDED = Set.of("learnerId", "courseCode", "completedOn", "sourceRecordId");
    private static final Map<String, String> BY_PLAIN_NAME =
            COLUMNS.stream().collect(Collectors.toMap(CsvHeader::plain, Function.identity()));
    private static final int MOST_SHOWN = 20;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final char separator;
    private final CsvReader.CsvReaderBuilder parser;
    private final List<String> columns;

    private CsvHeader(char separator, CsvReader.CsvReaderBuilder parser, List<String> columns) {
        this.separator = separator;
        this.parser = parser;
        this.columns = columns;
    }

    /** @throws Unprocessable when it is no header of completions */
    static CsvHeader read(String line) {
        char separator = SEPARATORS.stream()
                .max(Comparator.comparing(candidate -> count(line, candidate)))
                .orElseThrow();
        CsvReader.CsvReaderBuilder parser =
                CsvReader.builder().fieldSeparator(separator).allowExtraCharsAfterClosingQuote(false);
        @Nullable CsvRecord names = only(parser, line);
        List<Problem.Violation> wrong = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (String name : names == null ? List.<String>of() : names.getFields()) {
            @Nullable String column = BY_PLAIN_NAME.get(plain(name));
            String place = "column " + (columns.size() + 1);
            if (column == null) {
                wrong.add(new Problem.Violation(place, "must be one of " + String.join(", ", COLUMNS)));
            } else if (columns.contains(column)) {
                wrong.add(new Problem.Violation(place, "must not be there twice"));
            }
            columns.add(column == null ? "" : column);
        }
        NEEDED.stream()
                .filter(needed -> !columns.contains(needed))
                .sorted()
                .forEach(needed -> wrong.add(new Problem.Violation("/" + needed, "must be a column")));
        if (!columns.contains("grade") && !columns.contains("passed")) {
            wrong.add(new Problem.Violation("/grade", "must be a column, or `passed` must be one"));
        }
        if (!wrong.isEmpty()) {
            throw new Unprocessable(
                    "The first line must name the columns, in any order, parted by commas, semicolons or tabs. Nothing was"
                            + " stored.",
                    wrong.subList(0, Math.min(wrong.size(), MOST_SHOWN)));
        }
        return new CsvHeader(separator, parser, List.copyOf(columns));
    }

    int size() {
        return columns.size();
    }

    char separator() {
        return separator;
    }

    /** The one record that a text is, or null when it is none or several. */
    @Nullable
    CsvRecord parse(String text) {
        return only(parser, text);
    }

    /** A record as the JSON object that it stands for; a blank cell is an absent member. */
    ObjectNode object(CsvRecord cells) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            put(object, columns.get(i), cells.getField(i).strip());
        }
        return object;
    }

    private static void put(ObjectNode object, String column, String cell) {
        if (cell.isEmpty()) {
            return;
        }
        if (column.equals("passed") && (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false"))) {
            // spreadsheets write TRUE
            object.put(column, Boolean.parseBoolean(cell.toLowerCase(Locale.ROOT)));
        } else if (column.equals("sourceRecordVersion") && cell.matches("\\d{1,16}")) {
            object.put(column, Long.parseLong(cell));
        } else {
            object.put(column, cell);
        }
    }

    private static @Nullable CsvRecord only(CsvReader.CsvReaderBuilder parser, String text) {
        try {
            List<CsvRecord> records = parser.ofCsvRecord(text).stream().limit(2).toList();
            return records.size() == 1 ? records.get(0) : null;
        } catch (CsvParseException e) {
            return null;
        }
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    private static long count(String line, char separator) {
        return line.chars().filter(c -> c == separator).count();
    }
}
