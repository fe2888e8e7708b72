package org.dualtraining.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Publishes the outbox: one active relay per database (an advisory lock on its own session decides which instance), rows
 * in the order of their ids, every acknowledgement awaited before a row is marked. A cursor over ids instead of
 * {@code published_at IS NULL} would lose rows, because ids do not commit in order.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** Any fixed number: it names the relay among the advisory locks of this database. */
    private static final long LOCK = 0x6475616c_72656c61L;

    private static final int BATCH = 1000;
    private static final int IDLE_MILLIS = 500;
    private static final Duration SHORTEST_ROUND = Duration.ofMillis(10);
    private static final Duration LONGEST_FLUSH = Duration.ofSeconds(5);

    private final DataSource pool;
    private final RelayProducer producer;
    private final Counter published;
    private volatile boolean running = true;
    private @Nullable Thread thread;

    @Inject
    OutboxRelay(
            DataSource pool,
            MeterRegistry metrics,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.pool = pool;
        this.producer = new RelayProducer(servers, "/" + service);
        this.published = metrics.counter("outbox.published");
    }

    void start(@Observes @Priority(10_000) StartupEvent started) {
        Thread relay = new Thread(this::run, "outbox-relay");
        relay.setDaemon(true);
        relay.start();
        thread = relay;
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        Thread relay = thread;
        if (relay != null) {
            relay.join(TimeUnit.SECONDS.toMillis(10));
        }
        producer.close();
    }

    private void run() {
        while (running) {
            try (Connection session = pool.getConnection()) {
                relayWith(session);
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // an Error too: without its relay the service would go on and publish nothing
                // the message of an infrastructure fault, never the content of a row
                LOG.warnf("outbox relay starts over cause=%s", rootOf(e).toString());
                producer.close();
                pause();
            }
        }
    }

    private void relayWith(Connection session) throws SQLException, InterruptedException, ExecutionException {
        try (Statement statement = session.createStatement()) {
            if (!isOwner(statement)) {
                pause();
                return;
            }
            try {
                statement.execute("LISTEN " + Outbox.CHANNEL);
                PGConnection notified = session.unwrap(PGConnection.class);
                while (running) {
                    long begun = System.nanoTime();
                    if (publishBatch(session) == 0) {
                        notified.getNotifications(IDLE_MILLIS);
                    } else {
                        gather(begun);
                    }
                }
                flush(session);
            } finally {
                // the session goes back to the pool and must not keep the lock there
                statement.execute("UNLISTEN *; SELECT pg_advisory_unlock_all()");
            }
        }
    }

    /**
     * Under load events come one by one, and one by one they cost us and every consumer a transaction each: so that batches
     * begin at most a hundred times a second. An event after a pause goes out at once.
     */
    private static void gather(long begun) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(begun + SHORTEST_ROUND.toNanos() - System.nanoTime());
    }

    /** At stop: what the last requests left goes out now and not at the next start, unless Kafka is slow or away. */
    private void flush(Connection session) throws SQLException, InterruptedException, ExecutionException {
        long end = System.nanoTime() + LONGEST_FLUSH.toNanos();
        int sent;
        do {
            sent = publishBatch(session);
        } while (sent > 0 && System.nanoTime() < end);
    }

    private static boolean isOwner(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private int publishBatch(Connection session) throws SQLException, InterruptedException, ExecutionException {
        List<Long> ids = new ArrayList<>();
        List<Future<RecordMetadata>> acks = new ArrayList<>();
        try (PreparedStatement unpublished = session.prepareStatement("""
                SELECT id, event_id, topic, record_key, type, created_at, payload::text
                FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT ?
                """)) {
            unpublished.setInt(1, BATCH);
            try (ResultSet row = unpublished.executeQuery()) {
                while (row.next()) {
                    Future<RecordMetadata> ack = producer.send(row);
                    ids.add(row.getLong(1));
                    acks.add(ack);
                    if (ack.isDone()) {
                        // Kafka is away: failed at once, and later rows must not overtake this one
                        break;
                    }
                }
            }
        }
        producer.flush();
        int acked = 0;
        try {
            for (Future<RecordMetadata> ack : acks) {
                ack.get();
                acked++;
            }
        } finally {
            // on a failure only the acknowledged prefix is marked; the rest is sent again, in order
            markPublished(session, ids.subList(0, acked));
        }
        return acked;
    }

    private void markPublished(Connection session, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement mark =
                session.prepareStatement("UPDATE outbox SET published_at = now() WHERE id = ANY (?)")) {
            mark.setArray(1, session.createArrayOf("bigint", ids.toArray()));
            mark.executeUpdate();
        }
        published.increment(ids.size());
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Throwable rootOf(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
