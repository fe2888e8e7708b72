package org.dualtraining.plan.completionstream;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dualtraining.kit.problem.Malformed;
import org.dualtraining.plan.completion.RawRow;
import org.jspecify.annotations.Nullable;

/**
 * A record in each line, below a header (RFC 4180, with commas, semicolons or tabs). A quoted value may go over several
 * lines; a stray quote would swallow the good rows below it, so what does not end within a few lines, does not fit the
 * header then, or holds lines that are rows, is one broken line, and the next line is read afresh. Lines without any value
 * are no rows.
 */
final class CsvRows implements Rows {

    private static final int MOST_LINES = 20;

    private final Lines lines;
    private final CsvHeader header;
    private int number;

    private CsvRows(Lines lines, CsvHeader header) {
        this.lines = lines;
        this.header = header;
    }

    /** Reads the header. */
    static CsvRows open(Lines lines) throws IOException {
        Line first = lines.next();
        for (int blank = 0; first != null && first.isBlank() && blank < MOST_LINES; blank++) {
            first = lines.next();
        }
        return new CsvRows(lines, CsvHeader.read(first == null ? "" : first.text()));
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (line.defect() != null) {
                return broken(line.defect());
            }
            if (!line.isBlank()) {
                RawRow row = row(line);
                if (row != null) {
                    return row;
                }
            }
        }
        return null;
    }

    /** The row that begins in this line; null when it has no value. */
    private @Nullable RawRow row(Line first) throws IOException {
        List<Line> more = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        boolean isOpen = isQuoteOpen(first.text(), false);
        while (isOpen) {
            Line line = lines.next();
            if (line != null) {
                more.add(line);
            }
            if (line == null || line.defect() != null || more.size() == MOST_LINES) {
                lines.giveBack(more);
                return broken("must close each quote that it opens");
            }
            text.append('\n').append(line.text());
            isOpen = isQuoteOpen(line.text(), true);
        }
        if (more.stream().anyMatch(line -> fits(header.parse(line.text())))) {
            // two stray quotes: what they swallowed are rows
            lines.giveBack(more);
            return broken("must close each quote that it opens");
        }
        CsvRecord cells = header.parse(text.toString());
        if (cells != null && fits(cells)) {
            return cells.getFields().stream().allMatch(String::isBlank)
                    ? null
                    : RawRow.of(++number, header.object(cells));
        }
        lines.giveBack(more);
        return broken(
                cells == null
                        ? "must be values parted by the header's separator, with one behind each closing quote"
                        : "must have " + header.size() + " values, one for each column; it has "
                                + cells.getFieldCount());
    }

    private boolean fits(@Nullable CsvRecord cells) {
        return cells != null && cells.getFieldCount() == header.size();
    }

    private RawRow broken(String right) {
        return RawRow.broken(++number, new Malformed("", right).problem());
    }

    /** A quote opens where a value begins; two in a row stand for one. */
    private boolean isQuoteOpen(String line, boolean isOpenBefore) {
        boolean isOpen = isOpenBefore;
        boolean atStart = !isOpenBefore;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (isOpen) {
                isOpen = c != '"';
            } else {
                // a second quote behind a closing one opens again
                isOpen = c == '"' && (atStart || line.charAt(i - 1) == '"');
                atStart = c == header.separator();
            }
        }
        return isOpen;
    }
}
