package org.dualtraining.kit.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a JSON body and where, without repeating what was sent. */
public final class JsonProblem {

    private JsonProblem() {}

    public static Problem of(JsonProcessingException json) {
        if (json instanceof JsonMappingException mapping && !(json.getCause() instanceof StreamConstraintsException)) {
            String detail = detail(mapping);
            return new Problem(
                    Problem.typeOf("invalid-json"),
                    "The body is not what this operation takes",
                    400,
                    detail,
                    List.of(new Problem.Violation(pointer(mapping), detail)));
        }
        boolean tooMuch = json instanceof StreamConstraintsException || json.getCause() != null;
        String detail = tooMuch
                ? "The body is nested too deeply, or carries a text or number that is too long" + position(json) + "."
                : "The body is not one well-formed JSON value with each member once" + position(json) + ".";
        return Problem.of("malformed-json", "Malformed JSON", 400, detail);
    }

    /** For a place, or a row, where an object is wanted and something else was sent. */
    public static Problem notAnObject() {
        return Problem.of("invalid-json", "The body is not what this operation takes", 400, "must be an object");
    }

    /** The JSON pointer (RFC 6901) of the place that could not be read. */
    public static String pointer(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null
                        ? "/" + Math.max(step.getIndex(), 0)
                        : "/" + printable(step.getFieldName()))
                .collect(Collectors.joining());
    }

    public static String detail(JsonMappingException mapping) {
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            @Nullable Collection<Object> known = unknown.getKnownPropertyIds();
            return known == null || known.isEmpty()
                    ? "is not a member that is known here"
                    : "is not a member that is known here; known are "
                            + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        }
        if (mapping instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "must be " + expected(mismatch.getTargetType(), mapping instanceof InvalidFormatException);
        }
        return "cannot be read here";
    }

    private static String expected(Class<?> type, boolean format) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (type == UUID.class) {
            return "a UUID in its canonical form of 36 characters";
        }
        if (type == LocalDate.class) {
            return "a date as YYYY-MM-DD";
        }
        if (type == Instant.class) {
            return "an instant as YYYY-MM-DDThh:mm:ssZ";
        }
        if (type == Period.class) {
            return "a period as PnYnMnD";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number in range";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return format ? "a value in the documented format" : "an object with the documented members";
    }

    private static String position(JsonProcessingException json) {
        @Nullable JsonLocation at = json.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    /** A member's name comes from outside too: letters and digits of a sensible length only. */
    private static String printable(String name) {
        return name.matches("[A-Za-z0-9_@.:-]{1,64}") ? name : "?";
    }
}
