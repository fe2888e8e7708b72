package org.dualtraining.kit.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dualtraining.kit.problem.Malformed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final List<String> ALL =
            IntStream.range(100, 225).mapToObj(i -> "key/" + i).toList();

    @Test
    void walking_the_pages_yields_every_row_once() {
        List<String> walked = new ArrayList<>();
        PageRequest request = request("10", null);
        while (true) {
            String after = request.after("");
            List<String> rows = ALL.stream()
                    .filter(key -> key.compareTo(after) > 0)
                    .limit(request.rows())
                    .toList();
            Page<String> page = Page.of(rows, request, key -> key);
            walked.addAll(page.items());
            if (page.next() == null) {
                break;
            }
            request = request("10", page.next());
        }
        assertEquals(ALL, walked);
    }

    @Test
    void the_last_full_page_has_no_next() {
        assertNull(Page.of(ALL.subList(0, 10), request("10", null), key -> key).next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "ten", "1e2", ""})
    void a_limit_that_is_none_is_refused(String limit) {
        assertThrows(Malformed.class, () -> request(limit, null).limit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "AA=A", "_w", "AA"})
    void a_cursor_that_is_none_is_refused(String cursor) {
        assertThrows(Malformed.class, () -> request(null, cursor).afterId());
    }

    private static PageRequest request(@Nullable String limit, @Nullable String cursor) {
        PageRequest request = new PageRequest();
        request.limit = limit;
        request.cursor = cursor;
        return request;
    }
}
