package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dualtraining.plan.Person.erase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dualtraining.plan.retention.EraseDue;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is due for erasure, and that the service erases them by itself. */
@PlanServiceTest
class DueForErasureTest {

    @Inject
    Jdbi jdbi;

    @Inject
    EraseDue eraseDue;

    @Test
    void due_is_who_has_had_no_open_plan_for_the_years_of_retention() {
        UUID due = closedYearsAgo(8, true);
        UUID notYet = closedYearsAgo(6, true);
        UUID open = closedYearsAgo(8, false);
        UUID without = new Parties().apprentice;

        assertThat(listedAsDue()).contains(due).doesNotContain(notYet, open, without);
        erase(due).then().statusCode(200);
        assertThat(listedAsDue()).doesNotContain(due);
        new Parties().asEmployer().get("/api/v1/retention").then().statusCode(403);
    }

    @Test
    void who_never_had_a_plan_is_due_when_nothing_was_heard_of_them_for_as_long() {
        UUID due = withoutPlan(8);
        UUID notYet = withoutPlan(6);
        UUID heardOf = withoutPlan(8);
        jdbi.useHandle(h -> h.execute("""
                INSERT INTO evidence (id, apprentice_id, competency_id, basis, reference, completed_on, recorded_at)
                VALUES (gen_random_uuid(), ?, gen_random_uuid(), 'COURSE_COMPLETION', gen_random_uuid(), '2020-01-01', now())
                """, heardOf));

        assertThat(listedAsDue()).contains(due).doesNotContain(notYet, heardOf);
        erase(due).then().statusCode(200).body("changed", equalTo(true));
        assertThat(listedAsDue()).doesNotContain(due);
    }

    @Test
    void the_service_erases_by_itself_whoever_is_due_when_told_to() {
        UUID due = closedYearsAgo(8, true);
        UUID notYet = closedYearsAgo(6, true);

        assertThat(eraseDue.handle()).isPositive();

        assertThat(name(due)).isEqualTo("erased");
        assertThat(name(notYet)).isEqualTo("Robin Doe");
        assertThat(listedAsDue()).isEmpty();
        Parties.agency()
                .get("/api/v1/apprentices/" + due + "/record")
                .then()
                .body("changes.find{it.kind == 'ERASED'}.role", equalTo("system"))
                .body("changes.subject", not(hasItem("")));
    }

    @Test
    void somebody_whose_data_is_locked_waits_for_the_next_day_and_stops_nobody_else() throws SQLException {
        UUID locked = closedYearsAgo(8, true);
        UUID due = closedYearsAgo(8, true);

        try (Connection other = DriverManager.getConnection(
                        setting("quarkus.datasource.jdbc.url"),
                        setting("quarkus.flyway.username"),
                        setting("quarkus.flyway.password"));
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT 1 FROM apprentice WHERE id = '" + locked + "' FOR UPDATE");
            eraseDue.handle();
            other.rollback();
        }

        assertThat(name(due)).isEqualTo("erased");
        assertThat(name(locked)).isEqualTo("Robin Doe");
        assertThat(eraseDue.handle()).isEqualTo(1);
        assertThat(name(locked)).isEqualTo("erased");
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private UUID closedYearsAgo(int years, boolean isClosed) {
        Parties parties = new Parties();
        UUID plan = parties.draftPlan();
        if (isClosed) {
            Parties.agency()
                    .post("/api/v1/training-plans/" + plan + "/cancellation")
                    .then()
                    .statusCode(200);
        }
        jdbi.useHandle(h -> {
            h.execute("UPDATE training_plan SET created_at = now() - ? * interval '1 year' WHERE id = ?", years, plan);
            h.execute("UPDATE plan_history SET at = now() - ? * interval '1 year' WHERE plan_id = ?", years, plan);
        });
        return parties.apprentice;
    }

    private UUID withoutPlan(int years) {
        UUID apprentice = new Parties().apprentice;
        jdbi.useHandle(h -> h.execute(
                "UPDATE apprentice_change SET changed_at = now() - ? * interval '1 year' WHERE apprentice_id = ?",
                years,
                apprentice));
        return apprentice;
    }

    private String name(UUID apprentice) {
        return jdbi.withHandle(h -> h.createQuery("SELECT name FROM apprentice WHERE id = ?")
                .bind(0, apprentice)
                .mapTo(String.class)
                .one());
    }

    private static List<UUID> listedAsDue() {
        List<UUID> all = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            Response page = Parties.agency().get("/api/v1/retention?limit=1" + cursor);
            page.then().statusCode(200);
            page.<List<String>>path("items.apprenticeId").forEach(id -> all.add(UUID.fromString(id)));
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        }
        return all;
    }
}
