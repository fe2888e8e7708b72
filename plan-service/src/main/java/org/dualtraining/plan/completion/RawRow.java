package org.dualtraining.plan.completion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dualtraining.kit.problem.JsonProblem;
import org.dualtraining.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One row as it was sent: a JSON value, or what is wrong with it.
 *
 * @param number 1 is the first row
 */
public record RawRow(
        int number, @Nullable JsonNode json, @Nullable Problem problem) {

    public static RawRow of(int number, JsonNode json) {
        return new RawRow(number, json, null);
    }

    public static RawRow broken(int number, Problem problem) {
        return new RawRow(number, null, problem);
    }

    /** A row that stands somewhere in these bytes as JSON text. */
    public static RawRow parse(int number, ObjectMapper json, byte[] bytes, int from, int length) {
        if (!isObject(bytes, from, length)) {
            // before it is read: an array of nothing but braces is many times as large as its text
            return broken(number, JsonProblem.notAnObject());
        }
        try {
            return of(number, json.readTree(bytes, from, length));
        } catch (JsonProcessingException e) {
            return broken(number, JsonProblem.of(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isObject(byte[] bytes, int from, int length) {
        int first = from;
        while (first < from + length && Character.isWhitespace(bytes[first])) {
            first++;
        }
        return first < from + length && bytes[first] == '{';
    }
}
