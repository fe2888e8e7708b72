package org.dualtraining.catalog.competencymodel;

import static org.dualtraining.catalog.framework.VersionCompetency.LONGEST_NAME;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualtraining.catalog.competencymodel.NameSplitter.Split;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/** A dash line and the lines that continue it. */
final class EntryItem {

    private static final String NO_BLANK_BEFORE = "(?<![\\s\\p{Z}])";

    /**
     * An en or em dash, or one or two hyphens with blanks on both sides; a dash inside a word separates nothing. Each run
     * of blanks is tried from its first one only: a run of a million takes no longer than the line is.
     */
    private static final Pattern SEPARATOR = Pattern.compile(NO_BLANK_BEFORE
            + "[\\s\\p{Z}]++(?:-{1,2}|[\\u2010-\\u2015\\u2212])[\\s\\p{Z}]++"
            + "|" + NO_BLANK_BEFORE + "[\\s\\p{Z}]++[\\u2012-\\u2015](?=\\p{L})"
            + "|(?<=[\\p{L})])[\\u2012-\\u2015][\\s\\p{Z}]++");

    private static final Pattern END_OF_SENTENCE = Pattern.compile(".*[.!?][)\"'\\u2019\\u201D]?", Pattern.DOTALL);

    /** A dash further on is one of a definition. */
    private static final int LONGEST_TITLE = 120;

    private final Line line;
    private final int blanksBefore;
    private final StringBuilder collected;
    private String name = "";
    private @Nullable String definition;
    private @Nullable Split proposal;

    EntryItem(Line line, int blanksBefore) {
        this.line = line;
        this.blanksBefore = blanksBefore;
        this.collected = new StringBuilder(line.entryText());
    }

    /** A hyphen or slash at the end of a line belongs to a word that goes on. */
    void append(String more) {
        collected.append(Line.isCutInWord(collected) ? "" : " ").append(more);
    }

    boolean endsSentence() {
        return endsSentence(collected);
    }

    static boolean endsSentence(CharSequence text) {
        return END_OF_SENTENCE.matcher(text).matches();
    }

    static boolean isNameAndDefinition(String text) {
        Matcher separator = SEPARATOR.matcher(text);
        return separator.find()
                && separator.start() > 0
                && separator.start() <= LONGEST_TITLE
                && separator.end() < text.length()
                && Character.isUpperCase(text.charAt(0));
    }

    void splitAtDash() {
        Matcher separator = SEPARATOR.matcher(collected);
        name = text();
        if (separator.find() && separator.start() > 0 && separator.end() < collected.length()) {
            name = Names.trimmed(collected.substring(0, separator.start()));
            definition = Names.trimmed(collected.substring(separator.end()));
        }
    }

    /** The dash is one of the definition: a known name ends before it. */
    void reopen() {
        name = text();
        definition = null;
    }

    boolean isOpen() {
        return definition == null;
    }

    void propose(Split split) {
        proposal = split;
        if (split.isCertain()) {
            name = split.name();
        }
    }

    /** @param isOnly whether no other entry has this name */
    void acceptProposal(boolean isOnly) {
        if (proposal == null) {
            return;
        }
        if (proposal.isCertain() && isOnly) {
            definition = proposal.definition();
        } else {
            name = text();
        }
    }

    /** Without a definition the whole text is the name; what is too long for one is a definition with its name glued on. */
    boolean isReadable() {
        return definition != null || name.length() <= LONGEST_NAME;
    }

    Finding notSeparated() {
        return notSeparated(
                "no dash separates a name from a definition and no known name begins it, so it is left out");
    }

    Finding withoutDefinition() {
        if (proposal != null || endsSentence()) {
            return notSeparated(
                    "no dash separates a name from a definition and no known name surely ends before one, so"
                            + " the whole text is kept as the name");
        }
        return Finding.at(
                line.number(), FindingKind.NO_DEFINITION, text(), "no dash separates a name from a definition");
    }

    private Finding notSeparated(String reason) {
        return proposal == null
                ? Finding.at(line.number(), FindingKind.NAME_NOT_SEPARATED, text(), reason)
                : Finding.at(
                        line.number(),
                        FindingKind.NAME_NOT_SEPARATED,
                        text(),
                        reason,
                        proposal.name() + " \u2013 " + proposal.definition());
    }

    Line line() {
        return line;
    }

    int blanksBefore() {
        return blanksBefore;
    }

    String text() {
        return collected.toString();
    }

    String name() {
        return name;
    }

    @Nullable
    String definition() {
        return definition;
    }
}
