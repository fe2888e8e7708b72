package org.dualtraining.catalog.competencycsv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The columns of the file, in the order in which Moodle exports them. */
enum Column {
    PARENT_ID_NUMBER("Parent ID number"),
    ID_NUMBER("ID number"),
    SHORT_NAME("Short name"),
    DESCRIPTION("Description"),
    DESCRIPTION_FORMAT("Description format"),
    SCALE_VALUES("Scale values"),
    SCALE_CONFIGURATION("Scale configuration"),
    RULE_TYPE("Rule type (optional)"),
    RULE_OUTCOME("Rule outcome (optional)"),
    RULE_CONFIG("Rule config (optional)"),
    CROSS_REFERENCES("Cross-referenced competency ID numbers"),
    EXPORTED_ID("Exported ID (optional)"),
    IS_FRAMEWORK("Is framework"),
    TAXONOMY("Taxonomy");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Map<String, Column> BY_LETTERS =
            Arrays.stream(values()).collect(Collectors.toMap(column -> letters(column.header), Function.identity()));

    private final String header;

    Column(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }

    /**
     * The column of a heading. Moodle changed blanks, hyphens and case of its headings over the years ("Shortname",
     * "Cross referenced competency id numbers"), and never the letters.
     */
    static Optional<Column> named(String heading) {
        return Optional.ofNullable(BY_LETTERS.get(letters(heading)));
    }

    private static String letters(String heading) {
        String letters = NO_LETTER.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll("");
        return letters.endsWith("optional") ? letters.substring(0, letters.length() - "optional".length()) : letters;
    }
}
