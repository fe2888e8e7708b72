package org.dualtraining.catalog.workprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.rendition.Format;
import org.dualtraining.catalog.rendition.RenderedLine;
import org.dualtraining.catalog.rendition.Rendition;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Hours;

/**
 * A row of a table, or a line that is none.
 *
 * @param isItem whether it is an item of a list
 * @param followsBlank whether it is apart from the row above
 */
record TextRow(int line, List<String> cells, boolean isItem, boolean followsBlank) {

    private static final Pattern BULLET = Pattern.compile(
            "^[\\s\\p{Z}]*(?:[-\\u2013\\u2014*\\u2022\\u00B7\\u25AA\\u25CF\\u25CB\\uF0A7\\uF0B7]|o(?=[\\s\\p{Z}]))[\\s\\p{Z}]*(?=\\p{L})");

    /** Behind dots, a wide gap or, with the word, in brackets or behind a dash. */
    private static final Pattern TAIL = Pattern.compile(
            "(.*?\\S)(?:\\s*[._\\u2026]{3,}\\s*|\\s{2,})(\\S.*)"
                    + "|(.*?\\S)\\s*[-\\u2013:(]\\s*((?:approx\\S*\\s*)?\\d[\\d,.]*(?:\\s*(?:-|\\u2013|to)\\s*\\d[\\d,.]*)?\\s*(?:hours?|hrs?\\.?))\\)?");

    /** No gap says more when it is wider, and patterns with several gaps try each way to part it. */
    private static final Pattern WIDE_GAP = Pattern.compile("[\\s\\p{Z}&&[^\\t]]{11,}");

    private static final int LONGEST_ROW = 1_000;

    /** A plain text and a PDF have the cells of a row below each other where a table was; each begins with a tab. */
    static List<TextRow> of(Rendition rendition) {
        List<TextRow> rows = new ArrayList<>();
        boolean followsBlank = true;
        for (RenderedLine line : rendition.lines()) {
            String text = line.text();
            if (Names.trimmed(text).isEmpty()) {
                followsBlank = true;
                continue;
            }
            boolean isCell = rendition.format() != Format.DOCX
                    && text.stripLeading().length() < text.length()
                    && text.startsWith("\t");
            if (isCell && !rows.isEmpty() && !followsBlank) {
                TextRow above = rows.remove(rows.size() - 1);
                rows.add(above.with(cells(text.substring(1))));
            } else {
                Matcher bullet = BULLET.matcher(text);
                boolean isItem = bullet.find();
                rows.add(new TextRow(
                        line.number(),
                        cells(isItem ? text.substring(bullet.end()) : text),
                        isItem,
                        followsBlank && !line.opensPage()));
            }
            followsBlank = false;
        }
        return rows;
    }

    private static List<String> cells(String text) {
        return Stream.of(WIDE_GAP.matcher(text).replaceAll(" ".repeat(10)).split("\\t", -1))
                .map(Names::trimmed)
                .toList();
    }

    private TextRow with(List<String> more) {
        return new TextRow(line, Stream.concat(cells.stream(), more.stream()).toList(), isItem, followsBlank);
    }

    String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    /** The first cell that says something. */
    String text() {
        return cells.stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
    }

    /** The cells behind the first one that say something. */
    List<String> others() {
        return cells.stream().filter(cell -> !cell.isEmpty()).skip(1).toList();
    }

    String quoted() {
        return String.join(" | ", cells.stream().filter(cell -> !cell.isEmpty()).toList());
    }

    String folded() {
        return Names.folded(String.join(" ", cells));
    }

    /** Hours in a cell of their own, or behind the text of a row that is one cell. */
    Optional<WithHours> withHours() {
        List<String> others = others();
        if (!others.isEmpty()) {
            return Figures.hours(others.get(others.size() - 1)).map(hours -> new WithHours(text(), hours));
        }
        Matcher tail = TAIL.matcher(text());
        if (text().length() > LONGEST_ROW || !tail.matches()) {
            return Optional.empty();
        }
        String name = tail.group(1) == null ? tail.group(3) : tail.group(1);
        return Figures.hours(tail.group(2) == null ? tail.group(4) : tail.group(2))
                .map(hours -> new WithHours(Names.trimmed(name), hours));
    }

    /** What a row says without its figure, and the figure. */
    record WithHours(String text, Hours hours) {}
}
