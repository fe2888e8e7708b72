package org.dualtraining.catalog.competencymodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.competencymodel.NameSplitter.Split;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/** Reads the dash lines "- Name – definition" below a heading into a tree of entries. */
final class EntryList {

    private final List<EntryItem> items = new ArrayList<>();
    private final NameSplitter names;
    private final FormOrder form;
    private final Collection<Finding> findings;
    private final ListNotes notes;
    private final List<EntryItem> foundNotes = new ArrayList<>();
    private final boolean hasBullets;

    private EntryList(List<Line> lines, NameSplitter names, FormOrder form, Collection<Finding> findings) {
        this.notes = ListNotes.in(lines, names);
        this.hasBullets = lines.stream().anyMatch(line -> line.isEntry() && !notes.isNote(line));
        this.names = names;
        this.form = form;
        this.findings = findings;
    }

    static List<Entry> read(List<Line> lines, NameSplitter names, FormOrder form, Collection<Finding> findings) {
        EntryList list = new EntryList(lines, names, form, findings);
        list.collect(lines);
        list.reportNotes();
        list.resolveNames();
        return list.tree();
    }

    private void collect(List<Line> lines) {
        int blanks = 0;
        @Nullable EntryItem note = null;
        for (Line line : lines) {
            if (line.opensPage()) {
                blanks = EntryLevels.UNKNOWN;
            }
            if (line.isBlank()) {
                blanks = blanks == EntryLevels.UNKNOWN ? blanks : blanks + 1;
                continue;
            }
            boolean mayGoOn = blanks <= 0;
            if (notes.isNote(line)) {
                note = new EntryItem(line, note == null ? blanks : Math.max(blanks, note.blanksBefore()));
                foundNotes.add(note);
            } else if (note != null && mayGoOn && !isBehind(note, line)) {
                note.append(line.text());
            } else if (line.isEntry() || isBareEntry(line, blanks)) {
                items.add(new EntryItem(line, items.isEmpty() ? 0 : blanksBehind(note, blanks)));
                note = null;
            } else if (!items.isEmpty() && note == null && mayGoOn) {
                last().append(line.text());
            } else {
                reportUnread(line);
            }
            blanks = 0;
        }
    }

    /** Whether the note is over and this line is an entry. */
    private boolean isBehind(EntryItem note, Line line) {
        return line.isEntry() || (note.endsSentence() && isBareEntry(line, 0));
    }

    /** Blank lines around a note may be the note's own: nobody can tell whether they set the next entry apart. */
    private static int blanksBehind(@Nullable EntryItem note, int blanks) {
        boolean isApart = note != null && (blanks != 0 || note.blanksBefore() != 0);
        return isApart ? EntryLevels.UNKNOWN : blanks;
    }

    private void reportUnread(Line line) {
        findings.add(Finding.at(
                line.number(),
                FindingKind.UNREAD_LINE,
                line.text(),
                "stands in a list of competencies and does not begin with a dash, so it is not read as one"));
    }

    private void reportNotes() {
        foundNotes.stream()
                .filter(note -> !ListNotes.isRecommendation(note.text()))
                .forEach(note -> findings.add(Finding.at(
                        note.line().number(),
                        FindingKind.UNREAD_LINE,
                        note.text(),
                        "stands in a list of competencies and reads like a note, so it is not read as one")));
    }

    private EntryItem last() {
        return items.get(items.size() - 1);
    }

    /** A line that lost its dash: it begins with a known name, or all lost it and this one has a name and a definition. */
    private boolean isBareEntry(Line line, int blanks) {
        String text = line.text();
        boolean opens = items.isEmpty() || blanks > 0 || last().endsSentence();
        if (hasBullets) {
            return blanks > 0 && names.begins(text) && (names.isKnown(text) || EntryItem.isNameAndDefinition(text));
        }
        return names.isKnown(text)
                || (names.begins(text) && (opens || EntryItem.isNameAndDefinition(text)))
                || (opens && EntryItem.isNameAndDefinition(text));
    }

    /**
     * A dash says where a name ends, unless a known name is glued to an article before it; where it is lost a known name
     * does, unless two entries would have the same.
     */
    private void resolveNames() {
        items.forEach(EntryItem::splitAtDash);
        items.stream()
                .filter(item -> !item.isOpen() && !names.isKnown(item.name()))
                .filter(item -> names.split(item.name()).filter(Split::isPlain).isPresent())
                .forEach(EntryItem::reopen);
        Map<EntryItem, Split> splits = new LinkedHashMap<>();
        items.stream()
                .filter(item -> item.isOpen() && !names.isKnown(item.text()))
                .forEach(item -> names.split(item.text()).ifPresent(split -> splits.put(item, split)));
        long glued = splits.values().stream().filter(Split::isGlued).count();
        boolean areGlued = glued * 2 > splits.size();
        splits.forEach((item, split) -> item.propose(areGlued ? split.amongGlued() : split));
        Map<String, Integer> uses = new HashMap<>();
        items.forEach(item -> uses.merge(Names.folded(item.name()), 1, Integer::sum));
        items.forEach(item -> item.acceptProposal(uses.getOrDefault(Names.folded(item.name()), 0) == 1));
    }

    private List<Entry> tree() {
        items.stream().filter(item -> !item.isReadable()).forEach(item -> findings.add(item.notSeparated()));
        List<EntryItem> kept = items.stream().filter(EntryItem::isReadable).toList();
        EntryLevels levels =
                EntryLevels.of(kept.stream().map(item -> item.line().indent()).toList(), blanksBefore(kept));
        reportGuess(levels, kept);
        return entries(levels, kept, 0, kept.size());
    }

    /** Blank lines above each item, with one above the children that a page's end hides. */
    private List<Integer> blanksBefore(List<EntryItem> kept) {
        List<Integer> blanks =
                new ArrayList<>(kept.stream().map(EntryItem::blanksBefore).toList());
        for (int at = 2; at < kept.size(); at++) {
            List<String> below =
                    kept.subList(at, kept.size()).stream().map(EntryItem::name).toList();
            if (blanks.get(at) == EntryLevels.UNKNOWN
                    && form.movesTogether(
                            kept.get(at - 2).name(), kept.get(at - 1).name(), below)) {
                blanks.set(at, Integer.MAX_VALUE);
            }
        }
        return blanks;
    }

    private void reportGuess(EntryLevels levels, List<EntryItem> kept) {
        if (levels.groups() > 2) {
            reportGuess(
                    kept.get(0),
                    "blank lines cut this list into more than two groups; every second group is read as the children of"
                            + " the entry above it");
        } else if (levels.groups() == 2) {
            int firstChild = levels.levels().indexOf(1);
            EntryItem parent = kept.get(firstChild - 1);
            List<String> children = kept.subList(firstChild, kept.size()).stream()
                    .map(EntryItem::name)
                    .toList();
            if (!form.confirms(parent.name(), children)) {
                reportGuess(
                        parent,
                        "a blank line cuts the list below this entry, so what follows is read as its children; the form"
                                + " does not have them directly below it");
            }
        }
    }

    private void reportGuess(EntryItem item, String reason) {
        findings.add(Finding.at(item.line().number(), FindingKind.AMBIGUOUS_GROUPS, item.text(), reason));
    }

    private List<Entry> entries(EntryLevels levels, List<EntryItem> kept, int from, int to) {
        List<Entry> entries = new ArrayList<>();
        for (int at = from; at < to; at = levels.endOfSubtree(at)) {
            List<Entry> children = entries(levels, kept, at + 1, levels.endOfSubtree(at));
            EntryItem item = kept.get(at);
            @Nullable String definition = item.definition();
            if (definition == null) {
                findings.add(item.withoutDefinition());
            }
            entries.add(new Entry(item.line().number(), item.name(), definition, children));
        }
        return List.copyOf(entries);
    }
}
