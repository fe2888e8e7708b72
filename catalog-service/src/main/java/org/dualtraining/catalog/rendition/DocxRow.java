package org.dualtraining.catalog.rendition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A row of a table as lines: the cells apart by tabs on one line. What is a list inside a cell follows on lines of its
 * own, and where only one cell says something each of its paragraphs is a line, so that a table that merely frames a page
 * reads like the page.
 */
final class DocxRow {

    /** Word allows 63 columns. */
    private static final int MOST_COLUMNS = 100;

    private static final Pattern ITEM = Pattern.compile("\\s*- .*", Pattern.DOTALL);

    private final List<List<String>> cells = new ArrayList<>();
    private boolean isDeleted;

    void skip(int columns) {
        for (int i = 0; i < columns && cells.size() < MOST_COLUMNS; i++) {
            cells.add(List.of());
        }
    }

    void add(List<String> paragraphs, int span) {
        if (cells.size() < MOST_COLUMNS) {
            cells.add(paragraphs);
            skip(span - 1);
        }
    }

    /** A tracked deletion. */
    void delete() {
        isDeleted = true;
    }

    List<String> lines() {
        if (isDeleted) {
            return List.of();
        }
        List<Integer> filled = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).stream().allMatch(String::isBlank)) {
                filled.add(i);
            }
        }
        if (filled.size() == 1) {
            return alone(filled.get(0));
        }
        StringBuilder row = new StringBuilder();
        List<String> below = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            row.append(i == 0 ? "" : "\t").append(takeCell(cells.get(i), below));
        }
        List<String> lines = new ArrayList<>(List.of(row.toString()));
        lines.addAll(below);
        return lines;
    }

    private List<String> alone(int column) {
        String before = "\t".repeat(column);
        String behind = "\t".repeat(cells.size() - 1 - column);
        return cells.get(column).stream()
                .map(paragraph -> paragraph.isBlank() ? paragraph : before + paragraph + behind)
                .toList();
    }

    private static String takeCell(List<String> paragraphs, List<String> below) {
        StringBuilder text = new StringBuilder();
        boolean inList = false;
        for (String paragraph : paragraphs) {
            inList = inList || ITEM.matcher(paragraph).matches();
            if (inList) {
                below.add(paragraph);
            } else if (!paragraph.isBlank()) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(paragraph.replace('\t', ' ').strip());
            }
        }
        return text.toString();
    }
}
