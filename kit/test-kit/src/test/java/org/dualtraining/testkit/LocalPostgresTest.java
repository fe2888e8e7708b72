package org.dualtraining.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    private static LocalPostgres postgres;
    private static DataSource owner;
    private static DataSource app;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.start();
        postgres.prepare("plan", "owner'secret", "app-secret");
        postgres.prepare("plan", "owner'secret", "app-secret");
        owner = postgres.dataSource("plan", "plan_owner", "owner'secret");
        app = postgres.dataSource("plan", "plan_app", "app-secret");
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void a_commit_is_durable() throws SQLException {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            assertThat(value(app, "SHOW " + setting)).as(setting).isEqualTo("on");
        }
    }

    @Test
    void the_run_time_role_reads_and_writes_rows_of_the_owners_tables_and_changes_no_table() throws SQLException {
        execute(owner, "CREATE TABLE party (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text)");

        execute(app, "INSERT INTO party (name) VALUES ('Ridgewater College')");
        execute(app, "UPDATE party SET name = 'Century College'");

        assertThat(value(app, "SELECT name FROM party")).isEqualTo("Century College");
        assertThatThrownBy(() -> execute(app, "CREATE TABLE own (id int)")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(app, "ALTER TABLE party ADD extra int"))
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> execute(app, "TRUNCATE party")).hasMessageContaining("permission denied");
    }

    @Test
    void a_wrong_password_opens_nothing() {
        assertThatThrownBy(() -> postgres.dataSource("plan", "plan_app", "guessed")
                        .getConnection()
                        .close())
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> postgres.dataSource("postgres", "postgres", "")
                        .getConnection()
                        .close())
                .isInstanceOf(SQLException.class);
    }

    @Test
    void a_service_does_not_enter_the_database_of_another() {
        postgres.prepare("progress", "p1", "p2");

        assertThatThrownBy(() -> postgres.dataSource("progress", "plan_app", "app-secret")
                        .getConnection()
                        .close())
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void the_second_start_finds_the_data_of_the_first(@TempDir Path directory) throws SQLException {
        try (LocalPostgres first = LocalPostgres.start(directory, 0, "secret")) {
            first.prepare("plan", "o", "a");
            execute(first.dataSource("plan", "plan_owner", "o"), "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (LocalPostgres second = LocalPostgres.start(directory, 0, "secret")) {
            second.prepare("plan", "o", "a");
            assertThat(value(second.dataSource("plan", "plan_app", "a"), "SELECT answer FROM kept"))
                    .isEqualTo("42");
        }
    }

    @Test
    void two_servers_do_not_share_a_directory(@TempDir Path directory) {
        try (LocalPostgres first = LocalPostgres.start(directory, 0, "secret")) {
            assertThatThrownBy(() -> LocalPostgres.start(directory, 0, "secret"))
                    .hasMessageContaining("Another process runs a postgres on");
            assertThat(first.isRunning()).isTrue();
        }
    }

    @Test
    void the_server_ends_when_its_jvm_is_killed(@TempDir Path directory) throws IOException, InterruptedException {
        Process jvm = ChildJvm.run(PostgresUntilKilled.class, directory.toString());
        ProcessHandle server = ChildJvm.pidFrom(jvm);
        assertThat(server.isAlive()).isTrue();

        jvm.destroyForcibly().waitFor();

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !server.isAlive());
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
