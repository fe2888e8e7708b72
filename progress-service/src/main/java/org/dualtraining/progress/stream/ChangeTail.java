package org.dualtraining.progress.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The newest changes in memory, for all readers of this instance: one thread reads the table when it is told of a change,
 * and nobody else does. Because ids become visible in order, reading on from the highest one misses nothing. While nobody
 * reads the stream, nothing is read here either.
 */
@ApplicationScoped
class ChangeTail {

    /** How many changes are in memory: who has missed more than these is told to start over. */
    static final int KEPT = 20_000;

    private static final Logger LOG = Logger.getLogger(ChangeTail.class);
    private static final int PAGE = 1_000;
    private static final int IDLE_MILLIS = 500;
    private static final long PAUSE_MILLIS = 1_000;
    private static final long PRUNED_EVERY = Duration.ofMinutes(1).toNanos();

    private final DataSource pool;
    private final Changes changes;
    private final Readers readers;
    private final ObjectMapper json;
    private final ConcurrentNavigableMap<Long, KeptChange> kept = new ConcurrentSkipListMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable EventText text;
    private int keptCount;
    private volatile long oldest;
    private volatile long newest = -1;
    private long toldUpTo = -1;
    private long prunedAt = System.nanoTime();

    @Inject
    ChangeTail(DataSource pool, Changes changes, Readers readers, ObjectMapper json) {
        this.pool = pool;
        this.changes = changes;
        this.readers = readers;
        this.json = json;
    }

    void start(@Observes StartupEvent event) {
        Thread tail = new Thread(this::run, "change-tail");
        tail.setDaemon(true);
        tail.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** Reads up to the newest committed change; from the beginning of what is kept when it is too far behind for that. */
    synchronized void catchUp() {
        List<Change> page = changes.after(newest, PAGE);
        if (newest < 0 || page.size() == PAGE) {
            Changes.Extent extent = changes.extent();
            long from = Math.max(extent.before(), extent.newest() - KEPT);
            if (newest < from) {
                // said before it is done: a reader looks after it has read
                oldest = from;
                kept.clear();
                keptCount = 0;
                newest = from;
                page = changes.after(newest, PAGE);
            }
        }
        while (!page.isEmpty()) {
            page.forEach(this::keep);
            page = page.size() < PAGE ? List.of() : changes.after(newest, PAGE);
        }
    }

    /** For one who begins to read: unless others do, nothing was read for long. */
    void catchUpFor(long lastSeen) {
        if (newest < 0 || lastSeen > newest || readers.isEmpty()) {
            catchUp();
        }
    }

    synchronized EventText text() {
        EventText known = text;
        if (known == null) {
            known = new EventText(new Bookmarks(changes.secret()), json.writerFor(StreamedChange.class));
            text = known;
        }
        return known;
    }

    /** The id after which all changes are at hand: a reader that saw an older one last has missed some. */
    long oldest() {
        return oldest;
    }

    long newest() {
        return newest;
    }

    Iterable<KeptChange> after(long id) {
        return kept.tailMap(id, false).values();
    }

    private void keep(Change change) {
        kept.put(change.id(), new KeptChange(change));
        if (++keptCount > KEPT) {
            oldest = kept.firstKey();
            kept.remove(oldest);
            keptCount--;
        }
        newest = change.id();
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try (Connection session = pool.getConnection()) {
                follow(session);
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException away) {
                // the readers wait; what comes then goes on where this stopped
                LOG.warnf("change tail waits cause=%s", away.getClass().getName());
                pause(PAUSE_MILLIS);
            }
        }
    }

    private void follow(Connection session) throws SQLException, InterruptedException {
        try (Statement statement = session.createStatement()) {
            try {
                statement.execute("LISTEN change");
                PGConnection notified = session.unwrap(PGConnection.class);
                while (stopping.getCount() > 0) {
                    passOn();
                    pruneNowAndThen();
                    notified.getNotifications(IDLE_MILLIS);
                }
            } finally {
                statement.execute("UNLISTEN *");
            }
        }
    }

    private void passOn() {
        if (readers.isEmpty()) {
            return;
        }
        catchUp();
        if (newest > toldUpTo) {
            toldUpTo = newest;
            // many readers are told less often: with 500, forty times a second
            pause(readers.wake() / 20);
        }
    }

    private void pruneNowAndThen() {
        if (System.nanoTime() - prunedAt > PRUNED_EVERY) {
            prunedAt = System.nanoTime();
            changes.prune();
        }
    }

    private void pause(long millis) {
        try {
            stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
