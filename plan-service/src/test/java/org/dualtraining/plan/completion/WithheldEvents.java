package org.dualtraining.plan.completion;

import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps the relay from publishing, as another instance that holds its lock would: the events of random schedules are read
 * from the outbox and are no news for the tests that read the topic.
 */
final class WithheldEvents implements AutoCloseable {

    /** The relay's own: kit, OutboxRelay. */
    private static final long LOCK = 0x6475616c_72656c61L;

    private static final String OF_THE_RELAY = " FROM pg_locks WHERE locktype = 'advisory' AND classid = "
            + (LOCK >>> 32) + " AND objid = " + (LOCK & 0xffff_ffffL);

    private final Handle session;

    WithheldEvents(Jdbi jdbi) {
        session = jdbi.open();
        CompletableFuture<Void> locked =
                CompletableFuture.runAsync(() -> session.execute("SELECT pg_advisory_lock(?)", LOCK));
        Awaitility.await("queues for the lock").until(() -> locked.isDone() || waiting(jdbi) > 0);
        jdbi.useHandle(h -> h.createQuery("SELECT pg_terminate_backend(pid)" + OF_THE_RELAY
                        + " AND granted AND EXISTS (SELECT 1" + OF_THE_RELAY + " AND NOT granted)")
                .mapTo(Boolean.class)
                .list());
        locked.join();
    }

    private static long waiting(Jdbi jdbi) {
        return jdbi.withHandle(h -> h.createQuery("SELECT count(*)" + OF_THE_RELAY + " AND NOT granted")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        session.execute("SELECT pg_advisory_unlock(?)", LOCK);
        session.close();
    }
}
