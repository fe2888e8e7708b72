package org.dualtraining.progress.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The newest changes in memory, for all readers of this instance: one reads the table, not each of them. Because ids
 * become visible in order, reading on from the highest one misses nothing.
 */
@ApplicationScoped
class ChangeTail {

    private static final Logger LOG = Logger.getLogger(ChangeTail.class);
    private static final int KEPT = 10_000;
    private static final int PAGE = 1_000;
    private static final long POLL_MILLIS = 250;
    private static final int POLLS_PER_PRUNING = 240;

    private final Changes changes;
    private final ConcurrentNavigableMap<Long, Change> kept = new ConcurrentSkipListMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private int keptCount;
    private volatile long oldest = Long.MAX_VALUE;
    private volatile long newest;

    @Inject
    ChangeTail(Changes changes) {
        this.changes = changes;
    }

    void start(@Observes StartupEvent event) {
        Thread tail = new Thread(this::run, "change-tail");
        tail.setDaemon(true);
        tail.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** Reads up to the newest committed change. */
    synchronized void catchUp() {
        if (oldest == Long.MAX_VALUE) {
            newest = Math.max(0, changes.newestId() - KEPT);
            oldest = newest;
        }
        List<Change> page;
        do {
            page = changes.after(newest, PAGE);
            page.forEach(this::keep);
        } while (page.size() == PAGE);
    }

    /** The id after which all changes are at hand: a reader that saw an older one last has missed some. */
    long oldest() {
        return oldest;
    }

    long newest() {
        return newest;
    }

    List<Change> after(long id, int limit) {
        return kept.tailMap(id, false).values().stream().limit(limit).toList();
    }

    private void keep(Change change) {
        kept.put(change.id(), change);
        if (++keptCount > KEPT) {
            oldest = kept.firstKey();
            kept.remove(oldest);
            keptCount--;
        }
        newest = change.id();
    }

    private void run() {
        try {
            for (int polls = 1; !stopping.await(POLL_MILLIS, TimeUnit.MILLISECONDS); polls++) {
                poll(polls % POLLS_PER_PRUNING == 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void poll(boolean alsoPrune) {
        try {
            catchUp();
            if (alsoPrune) {
                changes.prune();
            }
        } catch (RuntimeException away) {
            // the readers wait; the next poll goes on where this one stopped
            LOG.warnf("change tail waits cause=%s", away.getClass().getName());
        }
    }
}
