package org.dualtraining.catalog.workprocess;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Hours;
import org.jspecify.annotations.Nullable;

/** What the columns of a table of work processes are, by their headings. */
record TextColumns(Map<Role, Integer> places) {

    static final TextColumns NONE = new TextColumns(Map.of());

    private static final Pattern HEADING =
            Pattern.compile("(?:date.*|initia.*|complet.*|ls|ed|.*hours?.*|.*hrs\\.?|core.*|optional.*"
                    + "|level.*|rating.*|rti?|ri|ojt|ojl|min(?:imum|\\.)?|max(?:imum|\\.)?|.*signature|.*scale)");

    private static final Pattern PIECE = Pattern.compile("dates?|initials?|initia|complet(?:ed)?|comple|ted|ls|ed|s");

    private static final Pattern MARK = Pattern.compile("x|\\u2713|\\u2714|\\u2611|\\u2612|yes|y|\\uF0FC");
    private static final Pattern DIGIT = Pattern.compile(".*\\d.*");

    /** What a column holds. */
    enum Role {
        MINIMUM,
        MAXIMUM,
        HOURS,
        CORE,
        OPTIONAL,
        CORE_OR_OPTIONAL
    }

    /** Headings, when every cell but the first is one and none has a figure. */
    static Optional<TextColumns> of(TextRow row) {
        List<String> others = row.others();
        // one such word alone is what a cell says
        boolean isMark = others.size() == 1 && isMarked(others.get(0));
        boolean areHeadings = !others.isEmpty() && !isMark && others.stream().allMatch(TextColumns::isHeading);
        if (!areHeadings) {
            return Optional.empty();
        }
        Map<Role, Integer> places = new HashMap<>();
        for (int i = 1; i < row.cells().size(); i++) {
            Role role = role(Names.folded(row.cells().get(i)));
            if (role != null) {
                places.putIfAbsent(role, i);
            }
        }
        return Optional.of(new TextColumns(places));
    }

    /** Pieces of headings that a narrow column cut. */
    static boolean isOnlyHeadings(TextRow row) {
        return row.cells().stream().flatMap(cell -> Names.words(cell).stream()).allMatch(word -> PIECE.matcher(word)
                .matches());
    }

    private static boolean isHeading(String cell) {
        String folded = Names.folded(cell);
        return HEADING.matcher(folded).matches() && !DIGIT.matcher(folded).matches();
    }

    private static @Nullable Role role(String heading) {
        if (heading.contains("core") && heading.contains("optional")) {
            return Role.CORE_OR_OPTIONAL;
        }
        if (heading.startsWith("core")) {
            return Role.CORE;
        }
        if (heading.startsWith("optional")) {
            return Role.OPTIONAL;
        }
        if (heading.startsWith("min")) {
            return Role.MINIMUM;
        }
        if (heading.startsWith("max")) {
            return Role.MAXIMUM;
        }
        return heading.contains("hours") || heading.contains("hrs") ? Role.HOURS : null;
    }

    boolean marksCore() {
        return places.containsKey(Role.CORE)
                || places.containsKey(Role.OPTIONAL)
                || places.containsKey(Role.CORE_OR_OPTIONAL);
    }

    /** core, optional, or nothing. */
    String mark(TextRow row) {
        String said = Names.folded(cell(row, Role.CORE_OR_OPTIONAL));
        if (said.startsWith("core") || said.equals("c")) {
            return "core";
        }
        if (said.startsWith("optional") || said.equals("o")) {
            return "optional";
        }
        if (isMarked(cell(row, Role.OPTIONAL))) {
            return "optional";
        }
        return isMarked(cell(row, Role.CORE)) ? "core" : "";
    }

    private static boolean isMarked(String cell) {
        String folded = Names.folded(cell);
        return MARK.matcher(folded).matches() || folded.equals("core") || folded.equals("optional");
    }

    /** From columns of their own. */
    Optional<TextRow.WithHours> hours(TextRow row) {
        Optional<BigDecimal> minimum = Figures.figure(cell(row, Role.MINIMUM));
        Optional<BigDecimal> maximum = Figures.figure(cell(row, Role.MAXIMUM));
        if (minimum.isPresent() || maximum.isPresent()) {
            return Optional.of(
                    new TextRow.WithHours(row.text(), new Hours(minimum.orElse(null), maximum.orElse(null))));
        }
        return Figures.hours(cell(row, Role.HOURS)).map(hours -> new TextRow.WithHours(row.text(), hours));
    }

    private String cell(TextRow row, Role role) {
        return row.cell(places.getOrDefault(role, -1));
    }
}
