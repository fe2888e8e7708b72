package org.dualtraining.catalog.competencycsv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dualtraining.kit.problem.Malformed;
import org.dualtraining.kit.problem.Unprocessable;

/** From records to rows with a cell for every column, whatever order the file has them in. */
final class RowReader {

    static final int MOST_ROWS = 20_000;

    private final Headings headings;
    private final CsvProblems problems;
    private final List<CsvRow> rows = new ArrayList<>();

    private RowReader(Headings headings, CsvProblems problems) {
        this.headings = headings;
        this.problems = problems;
    }

    static List<CsvRow> read(CsvText text, CsvProblems problems) {
        RowReader reader = new RowReader(Headings.of(text), problems);
        reader.readAll(text);
        return reader.rows;
    }

    private void readAll(CsvText text) {
        int number = 0;
        long line = 1;
        try (CsvReader<CsvRecord> records = Headings.records(text, headings.separator());
                CloseableIterator<CsvRecord> each = records.iterator()) {
            while (each.hasNext()) {
                CsvRecord next = each.next();
                number++;
                line = next.getStartingLineNumber();
                if (number > 1 && next.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    add(number, next.getFields());
                }
            }
        } catch (CsvParseException e) {
            // the parser cannot go on behind it, and what it says quotes the file
            throw new Malformed(
                    "/rows/" + (number + 1),
                    "row " + (number + 1) + ", behind the one that begins in line " + line
                            + ", cannot be read: a quote is not closed or stands inside an unquoted cell (double it),"
                            + " or the row has more than 100 cells or a cell of more than 65536 characters");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(int number, List<String> fields) {
        if (rows.size() == MOST_ROWS) {
            throw new Unprocessable("/rows", "must be at most " + MOST_ROWS + " rows");
        }
        int expected = headings.columns().size();
        if (fields.size() != expected) {
            problems.at(
                    number,
                    "has " + fields.size() + " cells where the heading row has " + expected
                            + "; a cell with a separator or a line break needs quotes around it");
            return;
        }
        String[] cells = new String[Column.values().length];
        Arrays.fill(cells, "");
        for (int i = 0; i < expected; i++) {
            String cell = fields.get(i);
            if (headings.columns().get(i).isPresent()) {
                cells[headings.columns().get(i).get().ordinal()] = FormulaGuard.unguarded(cell);
            } else if (!cell.isBlank()) {
                problems.at(number, i, "column " + (i + 1), "has a cell under no heading, which would be lost");
            }
        }
        rows.add(new CsvRow(number, List.of(cells)));
    }
}
