package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.util.UUID;
import org.dualtraining.kit.database.DatabaseTruth;
import org.dualtraining.testkit.LocalPostgres;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** On which databases a service refuses to start, with a real server and its roles (guarantees R26). */
class DatabaseTruthTest {

    private static final String PASSWORD = UUID.randomUUID().toString();

    @Test
    void a_service_refuses_to_start_where_it_could_lose_or_change_too_much_and_says_why() {
        try (LocalPostgres postgres = LocalPostgres.start()) {
            postgres.prepare("plan", PASSWORD, PASSWORD);
            assertThatCode(() -> startAs(postgres, "plan_app")).doesNotThrowAnyException();

            assertThatThrownBy(() -> startAs(postgres, "plan_owner"))
                    .hasMessage("refusing to start: the run-time role may create tables; use one that owns nothing");

            Jdbi.create(postgres.superuser("plan"))
                    .useHandle(h -> h.execute("ALTER ROLE plan_app SET synchronous_commit = off"));
            assertThatThrownBy(() -> startAs(postgres, "plan_app"))
                    .hasMessage("refusing to start: PostgreSQL runs with synchronous_commit=off");
        }
    }

    private static void startAs(LocalPostgres postgres, String role) {
        new DatabaseTruth(Jdbi.create(postgres.dataSource("plan", role, PASSWORD))).check(new StartupEvent());
    }
}
