package org.dualtraining.catalog.lists;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.dualtraining.catalog.identity.Sha256;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.precondition.Versioned;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Lists as the bytes of their answers. Each is kept under its address and the state of the rows that it is made of, which
 * one short statement tells: so a change is seen at once, whichever replica made it, and old answers are just not asked
 * for any more. The ETag follows from the bytes and is the same on every replica.
 */
@ApplicationScoped
public class ListAnswers {

    private static final long MOST_BYTES = 16L << 20;

    private final Cache<Key, Answer> answers = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Answer answer) -> answer.body().length + key.weight())
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    private final ObjectMapper json;

    @Inject
    ListAnswers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The page, or 304 when the caller has it.
     *
     * @param state of all rows that the list could show; it must change whenever one of them does, and must be read before
     *     {@code page} is
     */
    public RestResponse<byte[]> answer(UriInfo uri, Request request, String state, Supplier<Page<?>> page) {
        Key key = new Key(address(uri), state);
        @Nullable Answer answer = answers.getIfPresent(key);
        if (answer == null) {
            answer = write(page.get());
            answers.put(key, answer);
        }
        RestResponse<byte[]> response = Versioned.ok(request, answer.body(), answer.tag());
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        return response;
    }

    /** Without the host, which a caller may make up. */
    private static String address(UriInfo uri) {
        URI asked = uri.getRequestUri();
        return asked.getRawPath() + '?' + asked.getRawQuery();
    }

    private Answer write(Page<?> page) {
        try {
            byte[] body = json.writeValueAsBytes(page);
            return new Answer(body, new EntityTag(Sha256.of(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list cannot be written", e);
        }
    }

    private record Key(String address, String state) {

        int weight() {
            return address.length() + state.length() + 200;
        }
    }

    /** The body as it goes over the wire, shared and therefore never to be written to. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Answer(byte[] body, EntityTag tag) {}
}
