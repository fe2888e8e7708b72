package org.dualtraining.progress.rebuild;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.dualtraining.kit.problem.DatabaseProblem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One instance at a time works on the rebuild that is wanted: an advisory lock on a session of its own decides which one,
 * and ends with the instance. The next one goes on.
 */
@ApplicationScoped
class RebuildWorker {

    private static final Logger LOG = Logger.getLogger(RebuildWorker.class);

    /** Any fixed number: it names this lock among the advisory locks of the database. */
    private static final long LOCK = 0x6475616c_72656275L;

    private static final int POLL_MILLIS = 2_000;

    private final DataSource pool;
    private final Rebuilds rebuilds;
    private final RunRebuild runRebuild;
    private final ShadowSchema shadow;
    private final Semaphore wanted = new Semaphore(0);
    private volatile boolean isStopping;
    private @Nullable Thread thread;

    @Inject
    RebuildWorker(DataSource pool, Rebuilds rebuilds, RunRebuild runRebuild, ShadowSchema shadow) {
        this.pool = pool;
        this.rebuilds = rebuilds;
        this.runRebuild = runRebuild;
        this.shadow = shadow;
    }

    void start(@Observes StartupEvent event) {
        Thread worker = new Thread(this::run, "rebuild");
        worker.setDaemon(true);
        worker.start();
        thread = worker;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        isStopping = true;
        wakeUp();
        Thread worker = thread;
        if (worker != null) {
            worker.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    void wakeUp() {
        wanted.release();
    }

    private void run() {
        while (!isStopping) {
            try {
                wanted.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
                wanted.drainPermits();
                work();
            } catch (InterruptedException e) {
                return;
            } catch (Throwable fault) {
                // an Error too: without its worker a rebuild would stand for ever
                if (DatabaseProblem.isPassing(fault)) {
                    LOG.warnf(
                            "the rebuild waits for the database cause=%s",
                            fault.getClass().getName());
                    continue;
                }
                LOG.warn("the rebuild waits and goes on from where it is", fault);
            }
        }
    }

    private void work() throws SQLException {
        if (isStopping || (rebuilds.running().isEmpty() && !shadow.isThere())) {
            return;
        }
        try (Connection session = pool.getConnection();
                Statement statement = session.createStatement()) {
            if (!isOurs(statement)) {
                return;
            }
            try {
                Optional<Rebuild> rebuild = rebuilds.running();
                if (rebuild.isPresent()) {
                    runRebuild.handle(rebuild.get(), () -> requireOurs(statement));
                } else {
                    // of one that ended while nobody was at work on it
                    shadow.drop();
                }
            } finally {
                // the session goes back to the pool and must not keep the lock there
                statement.execute("SELECT pg_advisory_unlock_all()");
            }
        }
    }

    private static boolean isOurs(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** A session that broke has lost its lock. */
    private void requireOurs(Statement statement) {
        if (isStopping) {
            throw new IllegalStateException("the service stops during a rebuild");
        }
        try {
            statement.execute("SELECT 1");
        } catch (SQLException e) {
            throw new IllegalStateException("the session of the rebuild is lost", e);
        }
    }
}
