package org.dualtraining.catalog.competencycsv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Writes rows as Moodle does: its headings in its order, quotes where they are needed, UTF-8. */
final class CsvFile {

    private CsvFile() {}

    static void write(CompetencyCsv csv, OutputStream out) {
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8)) {
            writer.writeRecord(Stream.of(Column.values()).map(Column::header).toList());
            writer.writeRecord(guarded(csv.framework()));
            csv.rows().forEach(row -> writer.writeRecord(guarded(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> guarded(CsvRow row) {
        return row.cells().stream().map(FormulaGuard::guarded).toList();
    }
}
