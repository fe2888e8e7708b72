package org.dualtraining.catalog.competencymodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.CertificationLine;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.Names;

/** Reads the lines "Name (ABBR)", with or without a dash. */
final class CertificationList {

    private static final Pattern NAME_AND_ABBREVIATION =
            Pattern.compile("(.*\\S)[\\s\\p{Z}]*\\(([^()\\s\\p{Z}]{2,20})\\)", Pattern.DOTALL);

    private static final Pattern BEHIND_ABBREVIATION = Pattern.compile(
            "(?<=\\))[\\s\\p{Z}]*(?:[,;]|(?=(?:and|or)[\\s\\p{Z}]))[\\s\\p{Z}]*(?:(?:and|or)[\\s\\p{Z}]+)?");

    private static final Pattern SEMICOLON = Pattern.compile(";");

    /** A line that is longer is no list of names. */
    private static final int LONGEST = 2_000;

    private CertificationList() {}

    static List<CertificationLine> read(List<Line> lines, Collection<Finding> findings) {
        List<CertificationLine> certifications = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Line line : lines) {
            for (String text : listed(line.entryText())) {
                read(line, text, certifications, names, findings);
            }
        }
        return List.copyOf(certifications);
    }

    /** Several on one line only where it is clear where each ends: each has an abbreviation, or semicolons are between. */
    private static List<String> listed(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.length() > LONGEST) {
            return List.of(text);
        }
        List<String> named = pieces(BEHIND_ABBREVIATION, text);
        if (named.stream()
                .allMatch(piece -> NAME_AND_ABBREVIATION.matcher(piece).matches())) {
            return named;
        }
        return pieces(SEMICOLON, text);
    }

    private static List<String> pieces(Pattern between, String text) {
        return Stream.of(between.split(text))
                .map(Names::trimmed)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    private static void read(
            Line line,
            String text,
            List<CertificationLine> certifications,
            Set<String> names,
            Collection<Finding> findings) {
        if (text.endsWith(".") || text.endsWith(":")) {
            findings.add(Finding.at(
                    line.number(),
                    FindingKind.UNREAD_LINE,
                    text,
                    "stands among the certifications and reads like a sentence, so it is not read as one"));
            return;
        }
        CertificationLine certification = certification(line.number(), text);
        if (names.add(Names.folded(certification.name()))) {
            certifications.add(certification);
        } else {
            findings.add(Finding.at(
                    line.number(),
                    FindingKind.DUPLICATE_CERTIFICATION,
                    text,
                    "the document names this certification twice; the first is kept"));
        }
    }

    private static CertificationLine certification(int line, String text) {
        Matcher parts = NAME_AND_ABBREVIATION.matcher(text);
        return parts.matches()
                ? new CertificationLine(line, Names.trimmed(parts.group(1)), parts.group(2))
                : new CertificationLine(line, text, null);
    }
}
