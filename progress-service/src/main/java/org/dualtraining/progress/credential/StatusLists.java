package org.dualtraining.progress.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The status lists as they are published: looked after at most once a second, signed when they changed. */
@ApplicationScoped
class StatusLists {

    private static final Duration FRESH = Duration.ofSeconds(1);
    /** As long as a verifier may keep it. */
    private static final Duration GOOD = Duration.ofSeconds(60);

    private final IssuedCredentials issued;
    private final CredentialDocuments documents;
    private final SigningKeys keys;
    private final Clock clock;
    private final Map<Integer, Published> published = new ConcurrentHashMap<>();
    private final ReentrantLock looking = new ReentrantLock();

    @Inject
    StatusLists(IssuedCredentials issued, CredentialDocuments documents, SigningKeys keys, Clock clock) {
        this.issued = issued;
        this.documents = documents;
        this.keys = keys;
        this.clock = clock;
    }

    /** One looks; who asks meanwhile gets what was found last, and so does everybody while the database is away. */
    Optional<Published> current(int list) {
        Published known = published.get(list);
        Instant now = clock.instant();
        if (known == null) {
            looking.lock();
        } else if (known.seenAt().plus(FRESH).isAfter(now) || !looking.tryLock()) {
            return Optional.of(known);
        }
        try {
            Optional<Published> found = Optional.ofNullable(refreshed(list, published.get(list), now));
            found.ifPresent(is -> published.put(list, is));
            return found;
        } catch (RuntimeException away) {
            if (known != null && known.seenAt().plus(GOOD).isAfter(now)) {
                return Optional.of(known);
            }
            throw away;
        } finally {
            looking.unlock();
        }
    }

    private @Nullable Published refreshed(int list, @Nullable Published known, Instant now) {
        issued.settleList(list, now);
        StatusList found = issued.list(list).orElse(null);
        if (found == null) {
            return null;
        }
        // what is revoked stays so: the number says which
        EntityTag tag = new EntityTag(
                list + "." + found.revoked().size() + "." + keys.signingId().substring(0, 8));
        return known != null && known.tag().equals(tag)
                ? new Published(known.credential(), tag, now)
                : new Published(signed(found), tag, now);
    }

    private byte[] signed(StatusList list) {
        return keys.sign(documents.payload(documents.statusList(list)), "vc+jwt")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** @param seenAt when it was last found to be so */
    record Published(byte[] credential, EntityTag tag, Instant seenAt) {}
}
