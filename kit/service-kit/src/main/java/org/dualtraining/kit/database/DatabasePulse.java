package org.dualtraining.kit.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Whether the database answers, asked over the pool some times a second. A server that is frozen breaks no connection:
 * whoever waits for it cannot tell it from a long statement, and learns from this.
 */
@ApplicationScoped
public class DatabasePulse {

    private static final Logger LOG = Logger.getLogger(DatabasePulse.class);
    private static final long PAUSE_MILLIS = 200;
    private static final long LONGEST_SILENCE_NANOS = Duration.ofMillis(900).toNanos();

    private final DataSource pool;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile long lastBeat = System.nanoTime();

    @Inject
    DatabasePulse(DataSource pool) {
        this.pool = pool;
    }

    /** Whether the last answer is so long ago that the database, or the pool before it, must be held to be away. */
    public boolean isLost() {
        return System.nanoTime() - lastBeat > LONGEST_SILENCE_NANOS;
    }

    void start(@Observes StartupEvent started) {
        Thread pulse = new Thread(this::run, "database-pulse");
        pulse.setDaemon(true);
        pulse.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
    }

    private void run() {
        try {
            do {
                beat();
            } while (!stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
            lastBeat = System.nanoTime();
        } catch (SQLException | RuntimeException away) {
            // it is lost until it beats again
            LOG.debugf("no pulse cause=%s", away.getClass().getName());
        }
    }
}
