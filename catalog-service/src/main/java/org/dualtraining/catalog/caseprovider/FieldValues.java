package org.dualtraining.catalog.caseprovider;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dualtraining.catalog.casepackage.Times;

/**
 * The values at a dotted path of a document, and how values compare: times as times, numbers as numbers, the rest as text
 * in any case.
 *
 * @param isList whether the path leads into an array
 */
record FieldValues(List<String> values, boolean isList) {

    static FieldValues at(JsonNode document, String path) {
        JsonNode first = document;
        List<JsonNode> found = List.of(first);
        boolean isList = false;
        for (String name : path.split("\\.", -1)) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : found) {
                JsonNode member = node.path(name);
                isList |= member.isArray();
                if (member.isArray()) {
                    member.forEach(next::add);
                } else if (!member.isMissingNode()) {
                    next.add(member);
                }
            }
            found = next;
        }
        return new FieldValues(
                found.stream()
                        .filter(JsonNode::isValueNode)
                        .map(JsonNode::asText)
                        .toList(),
                isList);
    }

    static int compare(String one, String other) {
        Optional<BigDecimal> number = number(one);
        Optional<BigDecimal> otherNumber = number(other);
        if (number.isPresent() && otherNumber.isPresent()) {
            return number.get().compareTo(otherNumber.get());
        }
        Optional<Instant> time = time(one);
        Optional<Instant> otherTime = time(other);
        if (time.isPresent() && otherTime.isPresent()) {
            return time.get().compareTo(otherTime.get());
        }
        return folded(one).compareTo(folded(other));
    }

    static boolean contains(String text, String part) {
        return folded(text).contains(folded(part));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?\\d{1,18}(\\.\\d{1,18})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        boolean mayBe = text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        return mayBe ? Times.instant(text) : Optional.empty();
    }
}
