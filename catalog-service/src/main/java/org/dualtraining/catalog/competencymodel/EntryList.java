package org.dualtraining.catalog.competencymodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/** Reads the dash lines "- Name – definition" below a heading into a tree of entries. */
final class EntryList {

    private static final String NO_BLANK_BEFORE = "(?<![\\s\\p{Z}])";

    /**
     * An en or em dash, or one or two hyphens with blanks on both sides; a dash inside a word separates nothing. Each run
     * of blanks is tried from its first one only: a run of a million takes no longer than the line is.
     */
    private static final Pattern SEPARATOR = Pattern.compile(NO_BLANK_BEFORE
            + "[\\s\\p{Z}]++(?:-{1,2}|[\\u2010-\\u2015\\u2212])[\\s\\p{Z}]++"
            + "|" + NO_BLANK_BEFORE + "[\\s\\p{Z}]++[\\u2012-\\u2015](?=\\p{L})"
            + "|(?<=[\\p{L})])[\\u2012-\\u2015][\\s\\p{Z}]++");

    private final List<Item> items = new ArrayList<>();
    private final Collection<Finding> findings;

    private EntryList(Collection<Finding> findings) {
        this.findings = findings;
    }

    static List<Entry> read(List<Line> lines, Collection<Finding> findings) {
        EntryList list = new EntryList(findings);
        list.collect(lines);
        return list.tree();
    }

    private void collect(List<Line> lines) {
        int blanks = 0;
        for (Line line : lines) {
            if (line.isBlank()) {
                blanks++;
            } else if (line.isEntry()) {
                items.add(new Item(line, items.isEmpty() ? 0 : blanks));
                blanks = 0;
            } else if (!items.isEmpty() && blanks == 0) {
                items.get(items.size() - 1).text.append(' ').append(line.text());
            } else {
                findings.add(Finding.at(
                        line.number(),
                        FindingKind.UNREAD_LINE,
                        line.text(),
                        "stands in a list of competencies and does not begin with a dash, so it is not read as one"));
            }
        }
    }

    private List<Entry> tree() {
        EntryLevels levels = EntryLevels.of(
                items.stream().map(item -> item.line.indent()).toList(),
                items.stream().map(item -> item.blanksBefore).toList());
        if (levels.isGuess()) {
            Line first = items.get(0).line;
            findings.add(Finding.at(
                    first.number(),
                    FindingKind.AMBIGUOUS_GROUPS,
                    first.entryText(),
                    "blank lines cut this list into more than two groups; every second group is read as the children of"
                            + " the entry above it"));
        }
        return entries(levels, 0, items.size());
    }

    private List<Entry> entries(EntryLevels levels, int from, int to) {
        List<Entry> entries = new ArrayList<>();
        for (int at = from; at < to; at = levels.endOfSubtree(at)) {
            List<Entry> children = entries(levels, at + 1, levels.endOfSubtree(at));
            entries.add(items.get(at).entry(children, findings));
        }
        return List.copyOf(entries);
    }

    /** A dash line and the lines that continue it. */
    private static final class Item {

        private final Line line;
        private final int blanksBefore;
        private final StringBuilder text;

        Item(Line line, int blanksBefore) {
            this.line = line;
            this.blanksBefore = blanksBefore;
            this.text = new StringBuilder(line.entryText());
        }

        Entry entry(List<Entry> children, Collection<Finding> findings) {
            Matcher separator = SEPARATOR.matcher(text);
            String name = text.toString();
            @Nullable String definition = null;
            if (separator.find() && separator.start() > 0 && separator.end() < text.length()) {
                name = Names.trimmed(text.substring(0, separator.start()));
                definition = Names.trimmed(text.substring(separator.end()));
            } else {
                findings.add(Finding.at(
                        line.number(), FindingKind.NO_DEFINITION, name, "no dash separates a name from a definition"));
            }
            return new Entry(line.number(), name, definition, children);
        }
    }
}
