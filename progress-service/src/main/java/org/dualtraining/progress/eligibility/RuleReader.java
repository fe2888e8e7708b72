package org.dualtraining.progress.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.dualtraining.progress.event.DeadLetterClass;
import org.dualtraining.progress.event.Delivery;
import org.dualtraining.progress.event.Poison;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rule tree of the API. Unknown members are refused here and nowhere else: a condition that is skipped would
 * make somebody eligible who is not.
 */
final class RuleReader {

    private static final Set<String> KINDS = Set.of("allOf", "anyOf", "atLeast", "competency", "hours", "credential");

    private RuleReader() {}

    static Requirement read(JsonNode node, String at) {
        Set<String> members = members(node, at);
        Set<String> kinds = new TreeSet<>(members);
        kinds.retainAll(KINDS);
        if (kinds.size() != 1) {
            throw wrong(at, "must have exactly one of " + new TreeSet<>(KINDS));
        }
        String kind = kinds.iterator().next();
        members.remove(kind);
        members.remove("validFor");
        Requirement requirement = requirement(kind, node, at, members);
        if (!members.isEmpty()) {
            throw wrong(at, "has a member that this rule language does not know");
        }
        Period validFor = period(node, "validFor", at);
        return validFor == null ? requirement : new Requirement.Expiring(requirement, validFor);
    }

    private static Requirement requirement(String kind, JsonNode node, String at, Set<String> others) {
        JsonNode value = node.get(kind);
        String here = at + "/" + kind;
        return switch (kind) {
            case "allOf" -> {
                List<Requirement> parts = parts(value, here);
                yield new Requirement.Parts("all of", parts.size(), parts);
            }
            case "anyOf" -> new Requirement.Parts("any of", 1, parts(value, here));
            case "atLeast" -> atLeast(value, here);
            case "hours" -> hours(value, here);
            case "credential" -> {
                others.remove("within");
                yield new Requirement.Credential(uuid(value, here), period(node, "within", at));
            }
            default -> competency(node, value, at, others);
        };
    }

    private static Requirement competency(JsonNode node, JsonNode value, String at, Set<String> others) {
        others.remove("minimumRating");
        others.remove("within");
        Integer minimum = node.hasNonNull("minimumRating")
                ? (int) number(node.get("minimumRating"), at + "/minimumRating", 0, 4)
                : null;
        Requirement leaf = new Requirement.Competency(uuid(value, at + "/competency"), minimum);
        Period within = period(node, "within", at);
        return within == null ? leaf : new Requirement.Expiring(leaf, within);
    }

    private static Requirement atLeast(JsonNode value, String at) {
        if (!members(value, at).equals(Set.of("n", "of"))) {
            throw wrong(at, "must have n and of");
        }
        List<Requirement> parts = parts(value.get("of"), at + "/of");
        int needed = (int) number(value.get("n"), at + "/n", 1, parts.size());
        return new Requirement.Parts("at least " + needed + " of", needed, parts);
    }

    private static Requirement hours(JsonNode value, String at) {
        if (!members(value, at).equals(Set.of("delivery", "minimum"))) {
            throw wrong(at, "must have delivery and minimum");
        }
        long minimum = number(value.get("minimum"), at + "/minimum", 1, 1_000_000);
        for (Delivery delivery : Delivery.values()) {
            if (delivery.name().equals(value.get("delivery").asText())) {
                return new Requirement.Hours(delivery, minimum);
            }
        }
        throw wrong(at + "/delivery", "must be one of the known values");
    }

    private static List<Requirement> parts(JsonNode value, String at) {
        if (!value.isArray() || value.isEmpty()) {
            throw wrong(at, "must be an array of at least one part");
        }
        List<Requirement> parts = new ArrayList<>(value.size());
        for (JsonNode part : value) {
            parts.add(read(part, at + "/" + parts.size()));
        }
        return List.copyOf(parts);
    }

    /** Names of the members that say something: null says nothing. */
    private static Set<String> members(JsonNode node, String at) {
        if (!node.isObject()) {
            throw wrong(at, "must be an object");
        }
        Set<String> names = new TreeSet<>();
        node.properties().forEach(member -> {
            if (!member.getValue().isNull()) {
                names.add(member.getKey());
            }
        });
        return names;
    }

    private static long number(JsonNode value, String at, long least, long most) {
        if (!value.isIntegralNumber() || value.longValue() < least || value.longValue() > most) {
            throw wrong(at, "must be a whole number from " + least + " to " + most);
        }
        return value.longValue();
    }

    private static UUID uuid(JsonNode value, String at) {
        try {
            if (value.isTextual() && value.textValue().length() == 36) {
                return UUID.fromString(value.textValue());
            }
        } catch (IllegalArgumentException e) {
            // refused below, without the value
        }
        throw wrong(at, "must be a UUID");
    }

    private static @Nullable Period period(JsonNode node, String name, String at) {
        if (!node.hasNonNull(name)) {
            return null;
        }
        try {
            Period period = Period.parse(node.get(name).asText());
            if (!period.isZero()
                    && !period.isNegative()
                    && period.toTotalMonths() <= 1_200
                    && period.getDays() <= 36_500) {
                return period;
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            // refused below, without the value
        }
        throw wrong(at + "/" + name, "must be an ISO period of up to a hundred years");
    }

    private static Poison wrong(String at, String expectation) {
        return new Poison(DeadLetterClass.SCHEMA, at + ": " + expectation);
    }
}
