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
    OCCUPATION("a line 'Occupation: ...'", "occupation ?: ?(.+)", null),
    BASED_ON("a line 'Based on: ...'", "based on ?: ?(.+)", null),
    MODEL_FOR("a heading 'Competency Model for ...'", "competency model for (.+)", null),
    ALTERNATE_TITLES(
            "a list 'Other occupational titles include:'",
            "(?:other|alternate|alternative|related) (?:(?:occupational|occupation|job) )?titles?(?: include)?",
            null),
    INDUSTRY_SECTOR(
            "a heading 'Industry-Sector Technical Competencies'",
            "industry[- ]sector technical competenc(?:ies|y)",
            SectionKind.INDUSTRY_SECTOR_TECHNICAL),
    OCCUPATION_SPECIFIC(
            "a heading 'Occupation-Specific Competencies'",
            "occupation[- ]specific competenc(?:ies|y)",
            SectionKind.OCCUPATION_SPECIFIC),
    EMPLOYER_REQUIREMENTS(
            "a heading 'Employer Requirements'", "employer requirements?", SectionKind.EMPLOYER_REQUIREMENT),
    CERTIFICATIONS(
            "a heading 'Possible Certification(s)'",
            "(?:(?:possible|potential|recommended|industry[- ]recogni[sz]ed) )*"
                    + "(?:certification|credential)(?:s|\\(s\\))?",
            null),
    FORM("a form 'Training Plan'", "(?:.+ )?training plan(?: form| template)?", null);

    /** What may stand around a heading's words. Possessive, so that a line of a million stars takes no longer. */
    private static final String BEFORE = "[#*_ ]*+";

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

    /** What follows the heading's words on its own line, verbatim: the occupation after "Occupation:". */
    String valueOn(Line line) {
        String text = line.text();
        Matcher colon = Pattern.compile(this == MODEL_FOR ? "(?iu)\\bfor[\\s\\p{Z}]+" : ":")
                .matcher(text);
        return colon.find() ? Names.trimmed(text.substring(colon.end())) : "";
    }
}
