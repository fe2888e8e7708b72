package org.dualtraining.progress.redrive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.progress.event.DeadLetterClass;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Table {@code dead_letter} as it is read, and what a redrive notes in it. The intake buries. */
@ApplicationScoped
class Letters {

    private static final String SELECT = """
            SELECT id, topic, partition, record_offset AS "offset", dead_letter_class, reason, received_at, redriven_at,
                   outcome
            FROM dead_letter
            """;

    private final Jdbi jdbi;

    @Inject
    Letters(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The newest first. */
    List<DeadLetterView> list(Choice choice, UUID before, int limit) {
        return jdbi.withHandle(handle -> chosen(handle, "AND id < :before ORDER BY id DESC LIMIT :limit", choice, limit)
                .bind("before", before)
                .map(RecordMapper.of(DeadLetterView.class))
                .list());
    }

    /** What is a dead letter still, the oldest first. */
    List<DeadLetterView> oldestOpen(Choice choice, int limit) {
        return jdbi.withHandle(handle -> chosen(handle, "ORDER BY id LIMIT :limit", choice, limit)
                .map(RecordMapper.of(DeadLetterView.class))
                .list());
    }

    private static Query chosen(Handle handle, String order, Choice choice, int limit) {
        return handle.createQuery(SELECT + """
                        WHERE (:class::text IS NULL OR dead_letter_class = :class)
                          AND (:topic::text IS NULL OR topic = :topic)
                          AND (:redriven::boolean IS NULL OR (outcome IS NOT NULL) = :redriven)
                        """ + order)
                .bind("class", choice.deadLetterClass())
                .bind("topic", choice.topic())
                .bind("redriven", choice.isRedriven())
                .bind("limit", limit);
    }

    DeadLetterView find(UUID id) {
        return find(id, "WHERE id = :id");
    }

    /** So that one is redriven once, however many ask for it. */
    DeadLetterView lock(UUID id) {
        return find(id, "WHERE id = :id FOR UPDATE");
    }

    private DeadLetterView find(UUID id, String where) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + where)
                .bind("id", id)
                .map(RecordMapper.of(DeadLetterView.class))
                .findOne()
                .orElseThrow(() -> new NotFound("dead letter")));
    }

    /** What a redrive came to. One that was refused again stays what it is, for the new reason. */
    void note(RedriveResult result, Instant now) {
        boolean isOpen = result.outcome() == RedriveOutcome.DEAD_LETTERED;
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE dead_letter SET redriven_at = :now, outcome = :outcome,
                            dead_letter_class = coalesce(:class, dead_letter_class), reason = coalesce(:reason, reason)
                        WHERE id = :id
                        """)
                .bind("now", now)
                .bind("outcome", isOpen ? null : result.outcome())
                .bind("class", result.deadLetterClass())
                .bind("reason", result.reason())
                .bind("id", result.id())
                .execute());
    }

    /**
     * Which letters are asked for; null for any.
     *
     * @param isRedriven whether they came to something, or are dead letters still
     */
    record Choice(
            @Nullable DeadLetterClass deadLetterClass,
            @Nullable String topic,
            @Nullable Boolean isRedriven) {}
}
