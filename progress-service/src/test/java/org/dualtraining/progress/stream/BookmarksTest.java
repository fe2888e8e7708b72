package org.dualtraining.progress.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BookmarksTest {

    private final Bookmarks bookmarks = new Bookmarks(UUID.randomUUID());
    private final Audience employer = Audience.employer(UUID.randomUUID());

    @Test
    void who_got_one_can_come_back_with_it() {
        for (long id : new long[] {0, 1, 77, Long.MAX_VALUE}) {
            assertThat(bookmarks.read(bookmarks.of(id, employer), employer)).hasValue(id);
        }
    }

    @Test
    void nobody_else_can() {
        String bookmark = bookmarks.of(77, employer);
        assertThat(bookmarks.read(bookmark, Audience.AGENCY)).isEmpty();
        assertThat(bookmarks.read(bookmark, Audience.employer(UUID.randomUUID())))
                .isEmpty();
        assertThat(new Bookmarks(UUID.randomUUID()).read(bookmark, employer)).isEmpty();
    }

    @Test
    void one_change_looks_different_each_time() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            seen.add(bookmarks.of(77, employer));
        }
        assertThat(seen).hasSize(100);
    }

    @Test
    void what_was_changed_is_none() {
        String bookmark = bookmarks.of(77, employer);
        for (int i = 0; i < bookmark.length(); i++) {
            char other = bookmark.charAt(i) == 'A' ? 'B' : 'A';
            String changed = bookmark.substring(0, i) + other + bookmark.substring(i + 1);
            assertThat(bookmarks.read(changed, employer)).as(changed).isEmpty();
        }
        assertThat(bookmarks.read("", employer)).isEmpty();
        assertThat(bookmarks.read("*", employer)).isEmpty();
    }
}
