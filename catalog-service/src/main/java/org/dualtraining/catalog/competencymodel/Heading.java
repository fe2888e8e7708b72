package org.dualtraining.catalog.competencymodel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dualtraining.catalog.framework.SectionKind;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/** The headings that open a part of the document, recognised in any case and with any kind of blank, dash or quote. */
enum Heading {
    OCCUPATION("a line 'Occupation: ...'", "(?:occupation(?:al)?(?: title)?|job title) ?:(?: ?(.+))?", null),
    BASED_ON("a line 'Based on: ...'", "(?:this model is )?based (?:up)?on ?: ?(.+)", null),
    MODEL_FOR("a heading 'Competency Model for ...'", "competency (?:model|framework|profile) for (.+)", null),
    ALTERNATE_TITLES(
            "a list 'Other occupational titles include:'",
            "(?:other|alternate|alternative|related|similar|additional|common)"
                    + " (?:(?:occupational|occupation|job|position) )?titles?(?: (?:may )?include)?(?: ?:(?: ?(.+))?)?",
            null),
    INDUSTRY_SECTOR(
            "a heading 'Industry-Sector Technical Competencies'",
            "industry(?:[- ]+sector)?(?:[- ]+(?:wide|specific))?(?:[- ]+technical)?" + " (?:competenc(?:ies|y)|skills)"
                    + Words.TAUGHT,
            SectionKind.INDUSTRY_SECTOR_TECHNICAL),
    OCCUPATION_SPECIFIC(
            "a heading 'Occupation-Specific Competencies'",
            "occupation(?:al)?(?:[- ]+specific)?(?:[- ]+technical)? (?:competenc(?:ies|y)|skills)" + Words.TAUGHT,
            SectionKind.OCCUPATION_SPECIFIC),
    EMPLOYER_REQUIREMENTS(
            "a heading 'Employer Requirements'",
            "employer(?:[- ]+specific)? (?:requirements?|competenc(?:ies|y)|skills)" + Words.TAUGHT,
            SectionKind.EMPLOYER_REQUIREMENT),
    CERTIFICATIONS(
            "a heading 'Possible Certification(s)'",
            "(?:(?:possible|potential|recommended|relevant|related|available|industry(?:[- ]recogni[sz]ed)?) )*"
                    + Words.CREDENTIAL + "(?: ?(?:and|or|and/or|/|&) ?" + Words.CREDENTIAL + ")?"
                    + "(?: ?:(?: ?(.+))?)?",
            null),
    FORM("a form 'Training Plan'", "(?:.+ )?training plan(?: form| template)?", null);

    /** What may stand around a heading's words. Possessive, so that a line of a million stars takes no longer. */
    private static final String BEFORE = "[#*_ ]*+(?:(?:section|part) )?(?:(?:[0-9]{1,2}|[ivx]{1,4}|[a-h])[.:)] )?";

    private static final String AFTER = "[*_ ]*+(?:\\([^()]*+\\))?[*_: ]*+";

    /** A line that is longer is text. */
    private static final int LONGEST = 1_000;

    private final String description;
    private final Pattern pattern;
    private final @Nullable SectionKind section;

    Heading(String description, String pattern, @Nullable SectionKind section) {
        this.description = description;
        this.pattern = Pattern.compile(BEFORE + "(?:" + pattern + ")" + AFTER, Pattern.CASE_INSENSITIVE);
        this.section = section;
    }

    /** For telling somebody what was looked for. */
    String description() {
        return description;
    }

    @Nullable
    SectionKind section() {
        return section;
    }

    static Optional<Heading> of(Line line) {
        String folded = line.folded();
        if (folded.isEmpty() || folded.length() > LONGEST) {
            return Optional.empty();
        }
        return Stream.of(values())
                .filter(heading -> heading.pattern.matcher(folded).matches())
                .findFirst();
    }

    /** Whether a list may begin on the heading's own line. */
    boolean mayOpenList() {
        return this == ALTERNATE_TITLES || this == CERTIFICATIONS;
    }

    /** What follows the heading's words on its own line, verbatim: the occupation after "Occupation:". */
    String valueOn(Line line) {
        String text = line.text();
        Matcher colon = Pattern.compile(this == MODEL_FOR ? "(?iu)\\bfor[\\s\\p{Z}]+" : ":")
                .matcher(text);
        return colon.find() ? Names.trimmed(text.substring(colon.end())) : "";
    }

    /** Words of several patterns; an enum's constants cannot use its own. */
    private static final class Words {

        static final String TAUGHT = "(?: ?- ?(?:related|formal|classroom|on[- ]the[- ]job|ojt).{0,60})?";
        static final String CREDENTIAL = "(?:certification|certificate|credential|licen[cs]e|licensure)(?:s|\\(s\\))?";
    }
}
