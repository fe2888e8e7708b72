package org.dualtraining.catalog.workprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.WageStep;

/** The clauses of the standards in front of the schedule: kept as details by their headings, wages as steps too. */
final class TextClauses {

    /** The numbered clauses of the standards in front of the schedule. */
    private static final Pattern CLAUSE = Pattern.compile(
            "(?:\\d{1,2}|[A-Z])[.)][\\s\\p{Z}]*((?:apprenticeship approach|type of"
                    + " (?:occupation|apprenticeship)|term of|ratio of|(?:apprentice )?wage|probationary|hours of work"
                    + "|selection|credit for|work process|related (?:technical )?instruction|supervision)\\b.{0,100})",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern WAGE_STEP =
            Pattern.compile(".*(?:\\d{1,3}(?:\\.\\d+)?\\s*%|\\$\\s*\\d).*", Pattern.DOTALL);

    private static final Pattern PERCENTAGE = Pattern.compile("\\d{1,3}(?:\\.\\d+)?\\s*%");

    private final Map<String, String> details;
    private final List<WageStep> wages = new ArrayList<>();
    private String clause = "";

    TextClauses(Map<String, String> details) {
        this.details = details;
    }

    List<WageStep> wageSchedule() {
        return List.copyOf(wages);
    }

    boolean opens(TextRow row) {
        Matcher numbered = CLAUSE.matcher(row.quoted());
        boolean opens = numbered.matches();
        if (opens) {
            clause = Names.trimmed(numbered.group(1));
        }
        return opens;
    }

    void read(TextRow row) {
        keep(clause, row);
        if (clause.toLowerCase(Locale.ROOT).contains("wage")) {
            readStep(row);
        }
    }

    void readWageSchedule(TextRow row) {
        if (!readStep(row)) {
            keep("Wage schedule", row);
        }
    }

    private void keep(String label, TextRow row) {
        details.merge(label, row.quoted(), (before, more) -> before + " " + more);
    }

    /** A line without a percentage or an amount explains the steps. */
    private boolean readStep(TextRow row) {
        if (!WAGE_STEP.matcher(row.quoted()).matches()) {
            return false;
        }
        Matcher percentage = PERCENTAGE.matcher(row.quoted());
        wages.add(new WageStep(row.quoted(), null, percentage.find() ? percentage.group() : null, null, null));
        return true;
    }
}
