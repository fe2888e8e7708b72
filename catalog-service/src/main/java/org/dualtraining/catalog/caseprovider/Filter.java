package org.dualtraining.catalog.caseprovider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualtraining.catalog.casepackage.CaseVersion;
import org.dualtraining.catalog.casepackage.DocumentFields;

/**
 * {@code <field><predicate>'<value>'}, and optionally AND or OR and a second one. A value may have commas and quotes: it
 * ends at the quote behind which the filter ends or a second condition begins.
 */
record Filter(List<Clause> clauses, boolean isAnd) {

    private static final String FIELD = "\\s*([A-Za-z_][A-Za-z0-9_.]*)\\s*";
    private static final String PREDICATE = "(!=|>=|<=|=|>|<|~)\\s*'";
    private static final String JOIN = "'\\s+(AND|OR)\\s+";
    private static final Pattern TWO = Pattern.compile(
            FIELD + PREDICATE + "(.*?)" + JOIN + FIELD + PREDICATE + "(.*)'\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ONE =
            Pattern.compile(FIELD + PREDICATE + "(.*)'\\s*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ANOTHER =
            Pattern.compile("'\\s+[A-Z]+\\s+" + FIELD + PREDICATE, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Longer ones than anybody writes by hand; matching is not linear. */
    private static final int LONGEST = 2_000;

    static Filter read(CaseVersion version, String text) {
        if (text.length() > LONGEST) {
            throw bad("The filter may have at most " + LONGEST + " characters.");
        }
        Matcher two = TWO.matcher(text);
        if (two.matches()) {
            requireLast(two.group(7));
            return new Filter(
                    List.of(
                            clause(version, two.group(1), two.group(2), two.group(3)),
                            clause(version, two.group(5), two.group(6), two.group(7))),
                    two.group(4).toUpperCase(Locale.ROOT).equals("AND"));
        }
        Matcher one = ONE.matcher(text);
        if (one.matches()) {
            requireLast(one.group(3));
            return new Filter(List.of(clause(version, one.group(1), one.group(2), one.group(3))), true);
        }
        throw bad(
                "The filter must be <field><predicate>'<value>', with = != > >= < <= or ~, and may go on with AND or OR"
                        + " and a second condition.");
    }

    private static void requireLast(String value) {
        if (ANOTHER.matcher(value).find()) {
            throw bad("The filter may have at most two conditions, joined by AND or OR.");
        }
    }

    private static Clause clause(CaseVersion version, String field, String predicate, String value) {
        if (!DocumentFields.isKnown(version, field)) {
            throw bad("The filter names a field that CFDocuments do not have.");
        }
        return new Clause(field, predicate, value.replace("''", "'"));
    }

    private static CaseFailure bad(String description) {
        return CaseFailure.bad("invalid_filter_field", description);
    }

    boolean holds(JsonNode document) {
        return isAnd
                ? clauses.stream().allMatch(clause -> clause.holds(document))
                : clauses.stream().anyMatch(clause -> clause.holds(document));
    }
}
