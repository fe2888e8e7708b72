package org.dualtraining.progress.intake;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Retries for ever what fails for a reason that passes, while the partition waits: a database that is away makes nothing
 * poison (guarantees R12). What a record is to blame for is thrown to the caller.
 */
@ApplicationScoped
public class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final int FIRST = 100;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<String, Long> busySince = new ConcurrentHashMap<>();

    /** Before the relay's and the pool's turn: the batch under way is finished, unless it waits for something away. */
    void stop(@Observes @Priority(FIRST) ShutdownEvent event) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_STOP.toNanos();
        while (!busySince.isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        stopping.countDown();
    }

    <R> R run(String what, Supplier<R> work) {
        busySince.putIfAbsent(what, System.nanoTime());
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                R result = work.get();
                busySince.remove(what);
                return result;
            } catch (RuntimeException fault) {
                if (blamesRecord(fault)) {
                    busySince.remove(what);
                    throw fault;
                }
                LOG.warnf("intake waits topic=%s millis=%d cause=%s", what, pause, rootOf(fault));
            }
            pauseOrStop(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    /** How long the work that has taken longest so far has been going on. */
    Optional<Duration> longestWork() {
        long now = System.nanoTime();
        return busySince.values().stream()
                .map(since -> Duration.ofNanos(now - since))
                .max(Duration::compareTo);
    }

    /**
     * Data exceptions (22) and constraint violations (23) are the record's, and so is a defect of ours that has nothing
     * to do with the database. Everything else passes, or needs a hand: it must not turn good records into dead letters.
     */
    public static boolean blamesRecord(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState() == null ? "" : sql.getSQLState();
                return state.startsWith("22") || state.startsWith("23");
            }
            String type = cause.getClass().getName();
            if (type.startsWith("jakarta.transaction.") || type.startsWith("javax.transaction.")) {
                return false;
            }
        }
        return true;
    }

    private void pauseOrStop(long millis) {
        try {
            if (!stopping.await(millis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ServiceStops();
    }

    /** The class and SQLSTATE only: a message may quote a row. */
    private static String rootOf(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof SQLException sql
                ? root.getClass().getSimpleName() + " sqlstate=" + sql.getSQLState()
                : root.getClass().getName();
    }

    /** The batch is left as it is; its offsets are not committed, and the next start reads it again. */
    static final class ServiceStops extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ServiceStops() {
            super("the service stops while a batch waits", null, false, false);
        }
    }
}
