package org.dualtraining.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.dualtraining.kit.problem.JsonProblem;
import org.dualtraining.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private final ObjectMapper json = mapper();

    @Test
    void what_fits_is_read() throws Exception {
        Course course =
                json.readValue("{\"code\":\"HIMC1110\",\"hours\":3,\"parts\":[{\"code\":\"a\"}]}", Course.class);

        assertEquals("HIMC1110", course.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"a\",\"secret\":1}",
                "{\"code\":\"a\",\"code\":\"b\"}",
                "{\"code\":\"a\"} x",
                "{\"code\":7}",
                "{\"code\":true}",
                "{\"code\":\"a\",\"hours\":\"3\"}",
                "{\"code\":\"a\",\"hours\":3.5}",
                "{\"code\":\"a\",\"hours\":99999999999}",
                "{\"code\":{\"x\":1}}",
                "[]",
                "\"text\"",
                "{"
            })
    void what_does_not_fit_is_refused(String body) {
        assertThrows(JsonProcessingException.class, () -> json.readValue(body, Course.class));
    }

    @Test
    void a_problem_points_at_the_place_and_repeats_no_value() {
        JsonProcessingException wrong = assertThrows(
                JsonProcessingException.class,
                () -> json.readValue("{\"parts\":[{\"code\":\"a\"},{\"hours\":\"Jane Doe\"}]}", Course.class));

        Problem problem = JsonProblem.of(wrong);

        assertEquals("/parts/1/hours", problem.errors().get(0).pointer());
        assertFalse(problem.toString().contains("Jane"));
    }

    @Test
    void nesting_beyond_twenty_is_refused() {
        String deep = "{\"parts\":[".repeat(15) + "]}".repeat(15);

        JsonProcessingException wrong =
                assertThrows(JsonProcessingException.class, () -> json.readValue(deep, Course.class));

        assertTrue(JsonProblem.of(wrong).detail().contains("nested"));
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        new StrictJson().customize(mapper);
        return mapper;
    }

    record Course(
            @Nullable String code,
            @Nullable Integer hours,
            @Nullable List<Course> parts) {}
}
