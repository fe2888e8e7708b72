package org.dualtraining.progress.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.dualtraining.progress.Door;
import org.dualtraining.testkit.FrozenPostgres;
import org.dualtraining.testkit.KeptConnection;
import org.dualtraining.testkit.LoggedErrors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reader who comes while the database is frozen. */
@QuarkusTest
class FrozenDatabaseTest {

    @Inject
    Jdbi jdbi;

    @Inject
    Readers readers;

    private final Door door = new Door();

    @AfterEach
    void end() {
        if (QuarkusTransaction.isActive()) {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void a_reader_who_is_refused_meanwhile_does_not_become_one_afterwards() throws Exception {
        Awaitility.await().until(readers::isEmpty);
        QuarkusTransaction.begin();
        int backend = jdbi.withHandle(h -> {
            h.execute("LOCK TABLE change IN ACCESS EXCLUSIVE MODE");
            return h.createQuery("SELECT pg_backend_pid()").mapTo(Integer.class).one();
        });

        try (LoggedErrors errors = LoggedErrors.begin();
                KeptConnection connection = new KeptConnection(RestAssured.port)) {
            connection.get("/api/v1/events", door.tokens().agency());
            Awaitility.await().until(this::somebodyWaits);
            try (FrozenPostgres frozen = FrozenPostgres.of(backend)) {
                assertThat(connection.answer()).startsWith("HTTP/1.1 503").contains("Retry-After: 2");
            }
            QuarkusTransaction.rollback();

            Awaitility.await()
                    .during(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> readers.isEmpty() && !connection.holdsMore());
            connection.get("/api/v1/admin/intake", door.tokens().agency());
            assertThat(connection.answer()).startsWith("HTTP/1.1 200");
            assertThat(errors.soFar()).isEmpty();
        }
    }

    private boolean somebodyWaits() {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = 'change'::regclass)")
                .mapTo(Boolean.class)
                .one());
    }
}
