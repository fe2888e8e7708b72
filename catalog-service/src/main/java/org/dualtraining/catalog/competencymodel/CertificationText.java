package org.dualtraining.catalog.competencymodel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/** Takes a line of certifications apart: names, abbreviations, issuers. */
final class CertificationText {

    private static final String ABBREVIATION = "[\\s\\p{Z}]*\\(([^()\\s\\p{Z}]{2,20})\\)";

    private static final Pattern NAME_AND_ABBREVIATION = Pattern.compile("(.*\\S)" + ABBREVIATION, Pattern.DOTALL);

    /** "Name (ABBR), Issuer" or "Name (ABBR) – Issuer". */
    private static final Pattern WITH_ISSUER = Pattern.compile(
            "(.*?\\S)" + ABBREVIATION
                    + "[\\s\\p{Z}]*(,|;|[-\\u2010-\\u2015\\u2212]{1,2}|(?:issued |offered )?(?:by|from)"
                    + "(?=[\\s\\p{Z}]))[\\s\\p{Z}]*(\\S.*)",
            Pattern.DOTALL);

    private static final Pattern DASHED =
            Pattern.compile(".*?\\S[\\s\\p{Z}]+[-\\u2010-\\u2015\\u2212][\\s\\p{Z}]+(.*)");

    private static final Pattern BEHIND_ABBREVIATION = Pattern.compile(
            "(?<=\\))[\\s\\p{Z}]*(?:[,;]|(?=(?:and|or)[\\s\\p{Z}]))[\\s\\p{Z}]*(?:(?:and|or)[\\s\\p{Z}]+)?");

    private static final Pattern SEMICOLON = Pattern.compile(";");

    /** What only who gives certifications is called. */
    private static final Pattern ORGANIZATION = Pattern.compile(
            "\\b(?:associations?|boards?|institutes?|institution|society|councils?|colleges?|university|academy|commissions?"
                    + "|departments?|agency|bureau|federation|foundation|organi[sz]ation|authority|guild|union|alliance"
                    + "|consortium|center|centre|corporation|company|ministry|administration|inc|llc|ltd)\\b");

    /** "American Medical Technologists": people in the plural. */
    private static final Pattern PEOPLE = Pattern.compile(
            "(?:(?:the )?(?:american|national|international|minnesota|united states|u\\.?s\\.?|north american) ).*[^s]s");

    private static final Pattern CREDENTIAL = Pattern.compile("\\b(?:certified|certificates?|certifications?|registered"
            + "|licensed?|licen[cs]es?|credentials?|level|card|permit|basic|advanced|entry|required|optional)\\b");

    private static final Pattern CAPITAL = Pattern.compile("(?:the[\\s\\p{Z}]+)?\\p{Lu}.*", Pattern.DOTALL);

    /** A line that is longer is no list of names. */
    private static final int LONGEST = 2_000;

    private CertificationText() {}

    /**
     * One certification.
     *
     * @param text verbatim
     * @param isUnclear whether it may be, or hold, an issuer
     */
    record Piece(
            String text,
            String name,
            @Nullable String abbreviation,
            @Nullable String issuer,
            boolean isUnclear) {

        Piece unclear() {
            return new Piece(text, name, abbreviation, issuer, true);
        }
    }

    static boolean hasAbbreviation(String text) {
        return text.length() <= LONGEST && NAME_AND_ABBREVIATION.matcher(text).lookingAt();
    }

    /** Several on one line only where it is clear where each ends: each has an abbreviation, or semicolons are between. */
    static List<Piece> pieces(String line) {
        if (line.length() > LONGEST) {
            return List.of(new Piece(line, line, null, null, false));
        }
        List<Piece> named = withIssuers(split(BEHIND_ABBREVIATION, line));
        if (named.stream().allMatch(piece -> piece.abbreviation() != null)) {
            return named;
        }
        return withIssuers(split(SEMICOLON, line));
    }

    /** An organization behind a certification is its issuer, also where it has an abbreviation of its own. */
    private static List<Piece> withIssuers(List<String> texts) {
        List<Piece> pieces = new ArrayList<>();
        for (String text : texts) {
            @Nullable Piece before = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
            if (before != null && before.abbreviation() != null && before.issuer() == null && isOrganization(text)) {
                pieces.set(
                        pieces.size() - 1,
                        new Piece(before.text() + ", " + text, before.name(), before.abbreviation(), text, false));
            } else {
                boolean mayBeIssuer = before != null && before.abbreviation() != null && isPlural(text);
                pieces.add(mayBeIssuer ? piece(text).unclear() : piece(text));
            }
        }
        return pieces;
    }

    private static Piece piece(String text) {
        Matcher parts = NAME_AND_ABBREVIATION.matcher(text);
        Matcher issued = WITH_ISSUER.matcher(text);
        if (issued.matches() && (!parts.matches() || isOrganization(issued.group(4)))) {
            String behind = issued.group(4);
            boolean isBehindComma =
                    issued.group(3).equals(",") || issued.group(3).equals(";");
            return isOrganization(behind) || (!isBehindComma && mayBeOrganization(behind))
                    ? new Piece(text, Names.trimmed(issued.group(1)), issued.group(2), Names.trimmed(behind), false)
                    : new Piece(text, text, null, null, true);
        }
        if (parts.matches()) {
            String name = Names.trimmed(parts.group(1));
            boolean hasAnother = NAME_AND_ABBREVIATION.matcher(name).matches();
            return new Piece(text, name, parts.group(2), null, hasAnother);
        }
        Matcher dashed = DASHED.matcher(text);
        return new Piece(text, text, null, null, dashed.matches() && isOrganization(dashed.group(1)));
    }

    private static boolean isOrganization(String text) {
        String folded = Names.folded(text);
        Matcher named = NAME_AND_ABBREVIATION.matcher(folded);
        String name = named.matches() ? named.group(1) : folded;
        return !CREDENTIAL.matcher(name).find()
                && (ORGANIZATION.matcher(name).find() || PEOPLE.matcher(name).matches());
    }

    /** Certifications are mostly named in the singular, those who give them in the plural. */
    private static boolean isPlural(String text) {
        Matcher named = NAME_AND_ABBREVIATION.matcher(text);
        String folded = Names.folded(named.matches() ? named.group(1) : text);
        return folded.endsWith("s")
                && !folded.endsWith("ss")
                && !CREDENTIAL.matcher(folded).find();
    }

    private static boolean mayBeOrganization(String text) {
        return CAPITAL.matcher(text).matches()
                && !CREDENTIAL.matcher(Names.folded(text)).find();
    }

    private static List<String> split(Pattern between, String text) {
        return Stream.of(between.split(text))
                .map(Names::trimmed)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }
}
