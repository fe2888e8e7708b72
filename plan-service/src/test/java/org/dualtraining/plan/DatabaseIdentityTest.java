package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;
import org.dualtraining.kit.epoch.ServiceEpoch;
import org.dualtraining.testkit.LocalPostgres;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service takes for a restore of its database, with real servers and its run-time role. */
class DatabaseIdentityTest {

    private static final String PASSWORD = UUID.randomUUID().toString();

    @Test
    void a_restart_is_no_restore_and_a_recovery_to_a_point_in_time_is_one(@TempDir Path folder) throws IOException {
        Path lived = folder.resolve("lived");
        try (LocalPostgres first = LocalPostgres.start(lived, 0, PASSWORD)) {
            prepare(first, "plan");
            assertThat(isRestored(first, "plan")).isFalse();
        }
        Path backup = folder.resolve("backup");
        copy(lived, backup);
        try (LocalPostgres again = LocalPostgres.start(lived, 0, PASSWORD)) {
            assertThat(isRestored(again, "plan")).isFalse();
        }

        Files.createFile(backup.resolve("data/recovery.signal"));
        Files.writeString(
                backup.resolve("data/postgresql.auto.conf"),
                "restore_command = 'false'\nhot_standby = off\n",
                StandardOpenOption.APPEND);

        try (LocalPostgres restored = LocalPostgres.start(backup, 0, PASSWORD)) {
            assertThat(isRestored(restored, "plan")).isTrue();
        }
    }

    @Test
    void a_database_that_was_copied_within_a_server_or_read_in_from_a_dump_is_restored() {
        try (LocalPostgres postgres = LocalPostgres.start()) {
            prepare(postgres, "plan");
            assertThat(isRestored(postgres, "plan")).isFalse();
            Jdbi superuser = Jdbi.create(postgres.superuser("postgres"));
            superuser.useHandle(h -> h.execute("CREATE DATABASE copied TEMPLATE plan OWNER plan_owner"));
            superuser.useHandle(h -> h.execute("GRANT CONNECT ON DATABASE copied TO plan_app"));

            assertThat(isRestored(postgres, "copied")).isTrue();

            Jdbi.create(postgres.superuser("plan")).useHandle(h -> h.execute("""
                    CREATE TABLE dumped AS TABLE service_epoch;
                    DROP TABLE service_epoch;
                    ALTER TABLE dumped RENAME TO service_epoch;
                    GRANT SELECT, UPDATE ON service_epoch TO plan_app
                    """));
            assertThat(isRestored(postgres, "plan")).isTrue();
        }
    }

    private static void prepare(LocalPostgres postgres, String service) {
        postgres.prepare(service, PASSWORD, PASSWORD);
        Jdbi.create(postgres.dataSource(service, service + "_owner", PASSWORD))
                .useHandle(h -> h.createScript(migration()).execute());
    }

    private static String migration() {
        try {
            return Files.readString(Path.of("src/main/resources/db/migration/V9__a_restore_raises_the_epoch.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRestored(LocalPostgres postgres, String database) {
        return new ServiceEpoch(Jdbi.create(postgres.dataSource(database, "plan_app", PASSWORD))).isRestored();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
