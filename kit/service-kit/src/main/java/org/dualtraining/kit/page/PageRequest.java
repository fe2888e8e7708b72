package org.dualtraining.kit.page;

import jakarta.ws.rs.QueryParam;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.dualtraining.kit.problem.Malformed;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The two query parameters of every list. Use as {@code @BeanParam}. */
public class PageRequest {

    private static final int DEFAULT = 50;
    private static final int MOST = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    @Parameter(description = "how many items at most: 1 to 200, default 50")
    @QueryParam("limit")
    @Nullable
    String limit;

    @Parameter(description = "`next` of the page before")
    @QueryParam("cursor")
    @Nullable
    String cursor;

    public int limit() {
        if (limit == null) {
            return DEFAULT;
        }
        try {
            int asked = Integer.parseInt(limit);
            if (asked >= 1 && asked <= MOST) {
                return asked;
            }
        } catch (NumberFormatException e) {
            // the refusal below says what would be right
        }
        throw new Malformed("limit", "must be a whole number from 1 to " + MOST);
    }

    /** How many rows to read: one more than asked, so that the page knows whether another follows. */
    public int rows() {
        return limit() + 1;
    }

    /** The key after which the page starts, or {@code first} for the first page. */
    public String after(String first) {
        if (cursor == null) {
            return first;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            String key = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (key.indexOf('\0') >= 0) {
                throw badCursor();
            }
            return key;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw badCursor();
        }
    }

    /** For lists in the order of their ids. */
    public UUID afterId() {
        return id(BEFORE_ALL);
    }

    /** For lists with the newest id first. */
    public UUID beforeId() {
        return id(AFTER_ALL);
    }

    private UUID id(UUID first) {
        try {
            return UUID.fromString(after(first.toString()));
        } catch (IllegalArgumentException e) {
            throw badCursor();
        }
    }

    /** For pages that are not made by {@link Page#of}. */
    public static String cursorAfter(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static Malformed badCursor() {
        return new Malformed("cursor", "must be the `next` of an earlier page, unchanged");
    }
}
