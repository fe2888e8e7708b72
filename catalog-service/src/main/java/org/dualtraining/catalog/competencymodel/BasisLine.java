package org.dualtraining.catalog.competencymodel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Basis;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/**
 * Reads "Based on: name publisher, date." The name may hold ": " and is not set apart from the publisher, but it ends in
 * "Competency Model"; without these words it ends at the first comma.
 */
final class BasisLine {

    private static final Pattern DATE = Pattern.compile(
            "(.*?)[,\\s\\p{Z}]+((?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*\\.?[\\s\\p{Z}]+)?"
                    + "(?:\\d{1,2},?[\\s\\p{Z}]+)?(?:19|20)\\d{2})",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern NAME = Pattern.compile(
            "(.*?competency[\\s\\p{Z}]+model)\\b[,\\s\\p{Z}]*(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern COMPLETE = Pattern.compile("(?:\\.|(?:19|20)\\d{2}[.;]?)\\z");

    /** What is longer is not taken apart. */
    private static final int LONGEST = 500;

    private BasisLine() {}

    static List<Basis> read(String value, List<Line> below) {
        StringBuilder text = new StringBuilder(value);
        for (Line line : below) {
            if (line.isBlank() || line.isEntry() || COMPLETE.matcher(text).find()) {
                break;
            }
            text.append(' ').append(line.text());
        }
        List<Basis> bases = new ArrayList<>();
        for (String one : text.toString().split(";", -1)) {
            String trimmed = Names.trimmed(one).replaceFirst("\\.$", "");
            if (!trimmed.isEmpty()) {
                bases.add(basis(trimmed));
            }
        }
        return List.copyOf(bases);
    }

    private static Basis basis(String text) {
        if (text.length() > LONGEST) {
            return new Basis(text, null, null);
        }
        Matcher dated = DATE.matcher(text);
        String undated = dated.matches() ? dated.group(1) : text;
        @Nullable String date = dated.matches() ? dated.group(2) : null;
        Matcher named = NAME.matcher(undated);
        if (named.matches()) {
            return new Basis(Names.trimmed(named.group(1)), orNull(named.group(2)), date);
        }
        int comma = undated.indexOf(',');
        return comma < 0
                ? new Basis(Names.trimmed(undated), null, date)
                : new Basis(Names.trimmed(undated.substring(0, comma)), orNull(undated.substring(comma + 1)), date);
    }

    private static @Nullable String orNull(String text) {
        String trimmed = Names.trimmed(text);
        return trimmed.isEmpty() ? null : trimmed;
    }
}
