package org.dualtraining.plan.form;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How values are written on paper. What is not known is blank, to be filled in by hand. */
final class Words {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    /** More than this is set as running text: a row of two thousand lines would be a paper of its own. */
    private static final int MOST_LINES = 40;

    private Words() {}

    static String of(@Nullable String text) {
        return text == null ? "" : text;
    }

    static String of(@Nullable LocalDate date) {
        return date == null ? "" : DATE.format(date);
    }

    /** ON_THE_JOB becomes "On the job". */
    static String of(Enum<?> constant) {
        String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String lines(@Nullable String text) {
        String even = text == null ? "" : text.strip();
        return even.lines().count() > MOST_LINES ? even.replaceAll("\\s+", " ") : even;
    }

    /** Those that are there, in one line. */
    static String joined(String separator, @Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(separator));
    }
}
