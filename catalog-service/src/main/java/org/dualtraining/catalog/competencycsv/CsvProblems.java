package org.dualtraining.catalog.competencycsv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dualtraining.kit.problem.Problem;

/** Everything that is wrong with a file, by row and column, so that it can be put right in one go. */
final class CsvProblems {

    /** A file that is wrong in every cell needs no longer list to be understood, and the answer has to be held. */
    private static final int MOST_LISTED = 10_000;

    private final List<Place> places = new ArrayList<>();
    private int count;

    void at(CsvRow row, Column column, String detail) {
        add(new Place(row.number(), column.ordinal(), column.header(), detail));
    }

    void at(int row, int cell, String heading, String detail) {
        add(new Place(row, cell, heading, detail));
    }

    void at(int row, String detail) {
        add(new Place(row, -1, "", detail));
    }

    private void add(Place place) {
        count++;
        if (places.size() < MOST_LISTED) {
            places.add(place);
        }
    }

    void refuseIfAny() {
        if (count == 0) {
            return;
        }
        String listed = count > places.size() ? "; the first " + places.size() + " are listed" : "";
        throw new BrokenCompetencyCsv(
                "Nothing was stored: " + count + (count == 1 ? " place" : " places") + " of the file must be put right"
                        + listed + ". Rows count as in a spreadsheet, with the headings as row 1.",
                places.stream()
                        .sorted(Comparator.comparingInt(Place::row).thenComparingInt(Place::cell))
                        .map(Place::violation)
                        .toList());
    }

    /** Where and what. */
    private record Place(int row, int cell, String heading, String detail) {

        Problem.Violation violation() {
            String column = heading.isEmpty() ? "" : ", column \"" + heading + "\"";
            return new Problem.Violation(
                    "/rows/" + row + (heading.isEmpty() ? "" : "/" + pointer(heading)),
                    "row " + row + column + ": " + detail);
        }

        private static String pointer(String heading) {
            return heading.replace("~", "~0").replace("/", "~1");
        }
    }
}
