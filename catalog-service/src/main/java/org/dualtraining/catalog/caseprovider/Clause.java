package org.dualtraining.catalog.caseprovider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** One condition of a filter: {@code title~'health'}. */
record Clause(String field, String predicate, String value) {

    boolean holds(JsonNode document) {
        FieldValues found = FieldValues.at(document, field);
        return switch (predicate) {
            case "=" -> equal(found);
            case "!=" -> !equal(found);
            case "~" -> contains(found);
            default -> found.values().stream().anyMatch(this::isOrdered);
        };
    }

    /** Of an array: all that are listed are in it. */
    private boolean equal(FieldValues found) {
        return isIn(found, value) || (found.isList() && listed().stream().allMatch(each -> isIn(found, each)));
    }

    /** Of an array: any that is listed is in it, or in a text of it. */
    private boolean contains(FieldValues found) {
        List<String> wanted = found.isList()
                ? Stream.concat(Stream.of(value), listed().stream()).toList()
                : List.of(value);
        return found.values().stream()
                .anyMatch(text -> wanted.stream().anyMatch(part -> FieldValues.contains(text, part)));
    }

    private static boolean isIn(FieldValues found, String wanted) {
        return found.values().stream().anyMatch(text -> FieldValues.compare(text, wanted) == 0);
    }

    private List<String> listed() {
        return Stream.of(value.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private boolean isOrdered(String text) {
        int order = FieldValues.compare(text, value);
        return switch (predicate) {
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            default -> order <= 0;
        };
    }
}
