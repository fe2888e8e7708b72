package org.dualtraining.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL on loopback, without a container: durable (the library's defaults are not, so the settings are
 * asserted after the start), with passwords, stopped when this JVM dies.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final String SUPERUSER = "postgres";
    private static final String HOST = "127.0.0.1";

    private final EmbeddedPostgres server;
    private final ProcessHandle postmaster;
    private final ServerDirectory directory;
    private final LastWill lastWill;
    private final String password;

    private LocalPostgres(
            EmbeddedPostgres server,
            ProcessHandle postmaster,
            ServerDirectory directory,
            LastWill lastWill,
            String password) {
        this.server = server;
        this.postmaster = postmaster;
        this.directory = directory;
        this.lastWill = lastWill;
        this.password = password;
    }

    /** On a free port, with a temporary directory: for tests. */
    public static LocalPostgres start() {
        return start(null, 0, UUID.randomUUID().toString());
    }

    /**
     * Starts, or starts again on what was kept.
     *
     * @param kept the directory that keeps the data between starts; null for a temporary one
     * @param port 0 for a free one
     * @param password of the superuser, the same at each start on the same data
     */
    public static LocalPostgres start(@Nullable Path kept, int port, String password) {
        ServerDirectory directory = ServerDirectory.open(kept, "postgres");
        try {
            Postmaster.stopLeftOver(directory.data(), STOP_LIMIT);
            return startIn(directory, FreePort.orFree(port), password);
        } catch (IOException | RuntimeException e) {
            String log = Processes.tail(directory.log(), 30);
            stopQuietly(directory, e);
            throw new IllegalStateException("PostgreSQL did not start. The end of its log:\n" + log, e);
        }
    }

    /** Stops the server that a killed launcher left on a kept directory; does nothing when none runs there. */
    public static void stopLeftOver(Path kept) {
        try {
            Postmaster.stopLeftOver(kept.toAbsolutePath().resolve("data"), STOP_LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stopQuietly(ServerDirectory directory, Exception failure) {
        try (directory) {
            Postmaster.stopLeftOver(directory.data(), STOP_LIMIT);
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static LocalPostgres startIn(ServerDirectory directory, int port, String password) throws IOException {
        EmbeddedPostgres server = configured(directory, port, password).start();
        ProcessHandle postmaster = Postmaster.on(directory.data())
                .orElseThrow(() -> new IllegalStateException("no running server in " + directory.data()));
        LocalPostgres postgres = new LocalPostgres(
                server,
                postmaster,
                directory,
                LastWill.over(postmaster.pid(), "INT", directory.removedAfterwards()),
                password);
        try {
            postgres.requirePasswords();
            postgres.requireDurability();
            return postgres;
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private static EmbeddedPostgres.Builder configured(ServerDirectory directory, int port, String password) {
        Binaries.useDirectoryOfThisUser();
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(START_LIMIT)
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", HOST)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "128MB")
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(directory.log().toFile()));
        DURABLE.forEach(builder::setServerConfig);
        return builder;
    }

    public int port() {
        return server.getPort();
    }

    public long pid() {
        return postmaster.pid();
    }

    public boolean isRunning() {
        return postmaster.isAlive();
    }

    public Path log() {
        return directory.log();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port() + "/" + database;
    }

    /** For tests that look behind the API. */
    public DataSource superuser(String database) {
        return dataSource(database, SUPERUSER, password);
    }

    public DataSource dataSource(String database, String user, String userPassword) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {HOST});
        source.setPortNumbers(new int[] {port()});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(userPassword);
        return source;
    }

    /**
     * Makes what a service needs, or finds it: database {@code <service>}, role {@code <service>_owner} that migrates it
     * and role {@code <service>_app} that reads and writes rows and owns nothing.
     */
    public void prepare(String service, String ownerPassword, String appPassword) {
        String owner = service + "_owner";
        String app = service + "_app";
        execute("postgres", List.of(role(owner, ownerPassword), role(app, appPassword)));
        if (!databases().contains(service)) {
            execute("postgres", List.of("CREATE DATABASE " + service + " OWNER " + owner));
        }
        execute(service, rights(service, owner, app));
    }

    private static List<String> rights(String service, String owner, String app) {
        String defaults = "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " IN SCHEMA public GRANT ";
        return List.of(
                "REVOKE ALL ON DATABASE " + service + " FROM PUBLIC",
                "GRANT CONNECT ON DATABASE " + service + " TO " + app,
                "ALTER SCHEMA public OWNER TO " + owner,
                "REVOKE CREATE ON SCHEMA public FROM PUBLIC, " + app,
                "GRANT USAGE ON SCHEMA public TO " + app,
                defaults + "SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + app,
                defaults + "USAGE ON SEQUENCES TO " + app);
    }

    private static String role(String name, String password) {
        return """
                DO $do$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s; END IF;
                  ALTER ROLE %1$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '%2$s';
                END $do$""".formatted(name, password.replace("'", "''"));
    }

    private List<String> databases() {
        return query("postgres", "SELECT datname FROM pg_database");
    }

    /** The library initialises with "trust"; from here on a password is needed, and stays needed at the next start. */
    private void requirePasswords() {
        try {
            execute("postgres", List.of("ALTER ROLE postgres PASSWORD '" + password.replace("'", "''") + "'"));
            Files.writeString(directory.data().resolve("pg_hba.conf"), """
                    # written at each start: passwords for everybody, loopback only
                    host all all 127.0.0.1/32 scram-sha-256
                    """);
            execute("postgres", List.of("SELECT pg_reload_conf()"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireDurability() {
        DURABLE.forEach((setting, wanted) -> {
            List<String> found = query("postgres", "SHOW " + setting);
            if (!found.equals(List.of(wanted))) {
                throw new IllegalStateException("PostgreSQL runs with " + setting + "=" + found + ", not " + wanted);
            }
        });
    }

    private void execute(String database, List<String> statements) {
        try (Connection connection = superuser(database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> query(String database, String sql) {
        try (Connection connection = superuser(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops fast, which is safe, and deletes a temporary directory. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            Processes.signal("INT", postmaster.pid());
        }
        if (!Processes.awaitEnd(postmaster, STOP_LIMIT)) {
            postmaster.destroyForcibly();
            Processes.awaitEnd(postmaster, STOP_LIMIT);
        }
        lastWill.close();
        directory.close();
    }
}
