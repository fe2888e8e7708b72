package org.dualtraining.catalog.competencymodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.FormRow;
import org.dualtraining.catalog.framework.Delivery;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/** Reads the empty training-plan form: cells apart by a tab, a bar or at least two blanks, one competency in each row. */
final class FormTable {

    private static final Pattern BETWEEN_CELLS = Pattern.compile("[\\s\\p{Z}]*[\\t|][\\s\\p{Z}]*|[\\s\\p{Z}]{2,}");

    private static final Pattern RELATED_INSTRUCTION = Pattern.compile(
            "(?:related instruction|industry[- ]sector technical)(?: training)?(?: competenc(?:ies|y))? ?:?");

    private static final Pattern ON_THE_JOB = Pattern.compile(
            "(?:on[- ]the[- ]job(?: training)?|ojt|occupation[- ]specific)(?: competenc(?:ies|y))? ?:?");

    private static final List<Pattern> COLUMN_HEADINGS = List.of(
            Pattern.compile("\\bcourse"),
            Pattern.compile("\\bdescription"),
            Pattern.compile("\\bresponsible provider"),
            Pattern.compile("\\banticipated completion"));

    private FormTable() {}

    static List<FormRow> read(List<Line> lines, Collection<Finding> findings) {
        List<FormRow> rows = new ArrayList<>();
        @Nullable Delivery delivery = null;
        for (Line line : lines) {
            List<String> cells = cells(line);
            if (cells.isEmpty() || isColumnHeading(line)) {
                continue;
            }
            String first = Names.folded(cells.get(0));
            if (RELATED_INSTRUCTION.matcher(first).matches()) {
                delivery = Delivery.RELATED_INSTRUCTION;
            } else if (ON_THE_JOB.matcher(first).matches()) {
                delivery = Delivery.ON_THE_JOB;
            } else {
                rows.add(new FormRow(line.number(), delivery, cells.get(0)));
                reportFilled(line, cells.subList(1, cells.size()), findings);
            }
        }
        return List.copyOf(rows);
    }

    private static List<String> cells(Line line) {
        return Stream.of(BETWEEN_CELLS.split(line.entryText()))
                .map(Names::trimmed)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** The headings of the columns, on one line or cut over several by an aligned rendition. */
    private static boolean isColumnHeading(Line line) {
        long found = COLUMN_HEADINGS.stream()
                .filter(heading -> heading.matcher(line.folded()).find())
                .count();
        return found >= 2;
    }

    private static void reportFilled(Line line, List<String> filled, Collection<Finding> findings) {
        if (!filled.isEmpty()) {
            findings.add(Finding.at(
                    line.number(),
                    FindingKind.FORM_CELL_FILLED,
                    String.join(" | ", filled),
                    "the form is read as an empty template; what stands in its cells is not kept"));
        }
    }
}
