package org.dualtraining.catalog.competencymodel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dualtraining.catalog.identity.Names;

/**
 * Which lines of a list are notes about it and no entries: the state's own recommendation, "* See appendix.", "Note: ...".
 * An asterisk marks a note where other entries have another bullet, and an entry where all have it.
 */
final class ListNotes {

    private static final Pattern RECOMMENDATION =
            Pattern.compile("[* ]*+(?:the )?(?:(?:minnesota )?dual-training )?pipeline recommends\\b.*");

    private static final Pattern LABELLED = Pattern.compile("[*_ ]*+(?:(?:please )?notes?|n\\.?b\\.?)[*_ ]*+:.*");

    private static final Pattern MARGINAL =
            Pattern.compile("(?:see|please see|refer to) .*|(?:= ?)?(?:required|optional|recommended|not required)\\.?"
                    + "|(?:indicates|denotes|marks|means) .*");

    /** Two stars or more may be a list inside the list. */
    private static final int FEWEST_OF_LIST = 2;

    private final Set<Line> notes = new HashSet<>();

    private ListNotes() {}

    static ListNotes in(List<Line> lines, NameSplitter names) {
        ListNotes found = new ListNotes();
        lines.stream().filter(ListNotes::isByWording).forEach(found.notes::add);
        List<Line> starred = found.open(lines).filter(Line::isStarred).toList();
        List<Line> others = found.open(lines)
                .filter(line -> line.isEntry() && !line.isStarred())
                .toList();
        if (others.isEmpty()) {
            found.addSentences(starred, names);
        } else {
            int margin = others.get(0).indent();
            List<Line> listed = starred.stream()
                    .filter(line -> isSplit(line) || (line.indent() > margin && !isSentence(line)))
                    .toList();
            starred.stream()
                    .filter(line -> listed.size() < FEWEST_OF_LIST || !listed.contains(line))
                    .forEach(found.notes::add);
        }
        return found;
    }

    boolean isNote(Line line) {
        return notes.contains(line);
    }

    /** The sentence that every document of the family has, which says nothing about this one. */
    static boolean isRecommendation(String text) {
        return RECOMMENDATION.matcher(Names.folded(text)).matches();
    }

    /** Whether the words alone say it. */
    static boolean isByWording(Line line) {
        String text = Names.folded(line.entryText());
        return LABELLED.matcher(text).matches()
                || RECOMMENDATION.matcher(text).matches()
                || (line.isStarred() && !isSplit(line) && MARGINAL.matcher(text).matches());
    }

    /** Among entries with a name and a definition, or alone, a sentence that is not split is none of them. */
    private void addSentences(List<Line> starred, NameSplitter names) {
        boolean areSentences = starred.size() > 1 && starred.stream().noneMatch(ListNotes::isSplit);
        if (!areSentences) {
            starred.stream()
                    .filter(line -> !isSplit(line) && isSentence(line) && !names.begins(line.entryText()))
                    .forEach(notes::add);
        }
    }

    private Stream<Line> open(List<Line> lines) {
        return lines.stream().filter(line -> !notes.contains(line));
    }

    private static boolean isSplit(Line line) {
        return EntryItem.isNameAndDefinition(line.entryText());
    }

    private static boolean isSentence(Line line) {
        return EntryItem.endsSentence(line.entryText());
    }
}
