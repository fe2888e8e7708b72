package org.dualtraining.progress.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends a table as it is made, so that its length needs no memory. */
@Provider
@Produces(ReportFormat.CSV)
public class CsvTableWriter implements MessageBodyWriter<CsvTable> {

    /** Also after a semicolon, which separates cells where the comma is a decimal sign, and in full width. */
    private static final Pattern STARTS_OF_FORMULAS =
            Pattern.compile("(^|[;\\t\\r\\n])(\\s*[=+\\-@\\t\\r\uFF1D\uFF0B\uFF0D\uFF20])");

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == CsvTable.class;
    }

    @Override
    public void writeTo(
            CsvTable table,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8)) {
            writer.writeRecord(table.columns());
            table.rows().forEach(row -> writer.writeRecord(cells(row)));
        } catch (UncheckedIOException e) {
            // the receiver went away
            throw e.getCause();
        }
    }

    static List<String> cells(List<? extends @Nullable Object> row) {
        return row.stream().map(CsvTableWriter::cell).toList();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        return value instanceof Number ? text : guarded(text);
    }

    /** A spreadsheet runs what begins like a formula; the apostrophe makes it text. */
    private static String guarded(String text) {
        return STARTS_OF_FORMULAS.matcher(text).replaceAll("$1'$2");
    }
}
