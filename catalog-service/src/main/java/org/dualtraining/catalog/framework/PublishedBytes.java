package org.dualtraining.catalog.framework;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.precondition.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * Versions that do not change any more, as the bytes of their answer: reading one costs no SQL and no JSON. Entries end
 * after a minute, because another replica may have retired the version: its status is the one thing that still moves.
 */
@ApplicationScoped
class PublishedBytes {

    private static final long MOST_BYTES = 32L << 20;

    private final Cache<Key, Answer> answers = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Answer answer) -> answer.body().length)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    private final FrameworkVersions versions;
    private final JsonColumns json;

    @Inject
    PublishedBytes(FrameworkVersions versions, JsonColumns json) {
        this.versions = versions;
        this.json = json;
    }

    /** The answer for a version; a draft's is made anew each time. */
    Optional<Answer> of(UUID framework, int number) {
        Key key = new Key(framework, number);
        @Nullable Answer cached = answers.getIfPresent(key);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<Answer> read = versions.find(framework, number).map(this::answer);
        read.filter(answer -> !answer.isDraft()).ifPresent(answer -> answers.put(key, answer));
        return read;
    }

    void forget(UUID framework, int number) {
        answers.invalidate(new Key(framework, number));
    }

    private Answer answer(FrameworkVersion version) {
        return new Answer(
                json.bytes(VersionView.of(version)),
                Versioned.tag(version.revision()),
                version.status() == VersionStatus.DRAFT);
    }

    private record Key(UUID framework, int number) {}

    /** The body as it goes over the wire, shared and therefore never to be written to. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(byte[] body, EntityTag tag, boolean isDraft) {}
}
