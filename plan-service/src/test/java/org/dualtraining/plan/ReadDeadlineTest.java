package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.dualtraining.testkit.FrozenPostgres;
import org.dualtraining.testkit.KeptConnection;
import org.dualtraining.testkit.LoggedErrors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a read is told while the database is frozen, and what becomes of the answer that it had been about to give. */
@PlanServiceTest
class ReadDeadlineTest {

    @Inject
    Jdbi jdbi;

    @AfterEach
    void end() {
        if (QuarkusTransaction.isActive()) {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void a_read_that_a_frozen_database_holds_is_refused_and_its_late_answer_goes_nowhere() throws Exception {
        String employers = "/api/v1/employers?limit=1";
        new Parties();
        QuarkusTransaction.begin();
        int backend = jdbi.withHandle(h -> {
            h.execute("LOCK TABLE employer IN ACCESS EXCLUSIVE MODE");
            return h.createQuery("SELECT pg_backend_pid()").mapTo(Integer.class).one();
        });

        try (LoggedErrors errors = LoggedErrors.begin();
                KeptConnection connection = new KeptConnection(RestAssured.port)) {
            connection.get(employers, Parties.TOKENS.agency());
            Awaitility.await().until(this::somebodyWaits);
            try (FrozenPostgres frozen = FrozenPostgres.of(backend)) {
                assertThat(connection.answer()).startsWith("HTTP/1.1 503").contains("Retry-After: 2");
            }
            QuarkusTransaction.rollback();

            Awaitility.await()
                    .during(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> !connection.holdsMore());
            connection.get(employers, Parties.TOKENS.agency());
            assertThat(connection.answer()).startsWith("HTTP/1.1 200");
            assertThat(connection.holdsMore()).isFalse();
            assertThat(errors.soFar()).isEmpty();
        }
    }

    private boolean somebodyWaits() {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = 'employer'::regclass)")
                .mapTo(Boolean.class)
                .one());
    }
}
