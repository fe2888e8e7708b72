package org.dualtraining.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.dualtraining.testkit.IdentityProvider;
import org.dualtraining.testkit.LocalKafka;
import org.dualtraining.testkit.LocalPostgres;
import org.dualtraining.testkit.Processes;
import org.jspecify.annotations.Nullable;

/**
 * The whole system on this machine. Starts PostgreSQL and Kafka together, then the three services together, and stops in
 * the opposite order: services, Kafka, PostgreSQL.
 */
final class Platform implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Home home;
    private final Ports ports;
    private final Console console;
    private final IdentityProvider identity;
    private final Secrets secrets;
    private final CredentialKey credentialKey;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private @Nullable LocalPostgres postgres;
    private @Nullable LocalKafka kafka;
    private boolean closed;

    Platform(Home home, Ports ports, Console console) {
        this.home = home;
        this.ports = ports;
        this.console = console;
        this.identity = IdentityProvider.keptIn(home.secrets());
        this.secrets = Secrets.keptIn(home.secrets());
        this.credentialKey = CredentialKey.keptIn(home.secrets());
    }

    void start() {
        requirePackaged();
        console.working("Starting PostgreSQL and Kafka");
        startServers();
        console.working("Starting the catalog, plan and progress services");
        for (Service service : Service.values()) {
            startService(service);
        }
        for (Service service : Service.values()) {
            awaitReady(service);
        }
        console.done();
    }

    private void requirePackaged() {
        for (Service service : Service.values()) {
            Path jar = service.jar(home.repository());
            if (!Files.exists(jar)) {
                throw new LauncherFailure(jar + " does not exist. Build it with 'mvn package'.");
            }
        }
    }

    private void startServers() {
        CompletableFuture<Void> database = CompletableFuture.runAsync(this::startPostgres);
        CompletableFuture<Void> broker = CompletableFuture.runAsync(this::startKafka);
        CompletableFuture<Void> both = CompletableFuture.allOf(database, broker);
        waitFor(both::isDone);
        try {
            both.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new LauncherFailure(String.valueOf(cause.getMessage()), e);
        }
    }

    private void startPostgres() {
        LocalPostgres started = LocalPostgres.start(home.postgres(), ports.postgres(), secrets.superuser());
        keep(started::close, () -> postgres = started);
        pidFile("postgres").write(handle(started.pid()));
        for (Service service : Service.values()) {
            started.prepare(service.label(), secrets.owner(service), secrets.app(service));
        }
    }

    private void startKafka() {
        LocalKafka started = LocalKafka.start(home.kafka(), ports.kafka());
        keep(started::close, () -> kafka = started);
        pidFile("kafka").write(handle(started.pid()));
        started.createTopics();
    }

    /** What comes up after the stop has begun is stopped at once. */
    private void keep(Runnable stop, Runnable assignment) {
        synchronized (this) {
            if (!closed) {
                assignment.run();
                return;
            }
        }
        stop.run();
        throw new LauncherFailure("Stopped while starting.");
    }

    /** Starts a service and does not wait; also used by tests to start a killed one again. */
    ServiceProcess startService(Service service) {
        return startService(service, Map.of());
    }

    /** With more in its environment than it has otherwise. */
    ServiceProcess startService(Service service, Map<String, String> more) {
        Map<String, String> variables = environment().of(service);
        variables.putAll(more);
        ServiceProcess started = ServiceProcess.start(service, home, variables, console);
        keep(started::close, () -> services.put(service, started));
        return started;
    }

    private ServiceEnvironment environment() {
        return new ServiceEnvironment(ports, secrets, identity, credentialKey, postgres(), kafka());
    }

    void awaitReady(Service service) {
        ServiceProcess process = service(service);
        Instant end = Instant.now().plus(READY_LIMIT);
        waitFor(() -> !process.isRunning()
                || Readiness.of(service, ports)
                || Instant.now().isAfter(end));
        if (!process.isRunning()) {
            throw new LauncherFailure(isClosed() ? "Stopped while starting." : process.obituary());
        }
        if (Instant.now().isAfter(end)) {
            throw new LauncherFailure("The " + service.label() + "-service was not ready within "
                    + READY_LIMIT.toSeconds() + " s. The end of its log:\n"
                    + Processes.tail(home.log(service.label()), 30));
        }
    }

    private void waitFor(Supplier<Boolean> condition) {
        while (!condition.get()) {
            console.tick();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Waits until something ends that should not, and says what. */
    String awaitDeath() {
        while (true) {
            Optional<String> dead = dead();
            if (dead.isPresent()) {
                return dead.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    /** Empty once the stop has begun: then they end because they shall. */
    private synchronized Optional<String> dead() {
        if (closed) {
            return Optional.empty();
        }
        if (!postgres().isRunning()) {
            return Optional.of("PostgreSQL ended. The end of its log:\n"
                    + Processes.tail(postgres().log(), 30));
        }
        if (!kafka().isRunning()) {
            return Optional.of("Kafka ended. The end of its log:\n" + Processes.tail(kafka().log(), 30));
        }
        return processes().stream()
                .filter(process -> !process.isRunning())
                .map(ServiceProcess::obituary)
                .findFirst();
    }

    private synchronized List<ServiceProcess> processes() {
        return new ArrayList<>(services.values());
    }

    synchronized ServiceProcess service(Service service) {
        ServiceProcess process = services.get(service);
        if (process == null) {
            throw new IllegalStateException(service + " was not started");
        }
        return process;
    }

    synchronized LocalPostgres postgres() {
        if (postgres == null) {
            throw new IllegalStateException("PostgreSQL was not started");
        }
        return postgres;
    }

    synchronized LocalKafka kafka() {
        if (kafka == null) {
            throw new IllegalStateException("Kafka was not started");
        }
        return kafka;
    }

    IdentityProvider identity() {
        return identity;
    }

    Ports ports() {
        return ports;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private PidFile pidFile(String name) {
        return new PidFile(home.run().resolve(name + ".pid"));
    }

    private static ProcessHandle handle(long pid) {
        return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("process " + pid + " ended"));
    }

    @Override
    public void close() {
        List<ServiceProcess> running;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            running = processes();
        }
        running.parallelStream().forEach(ServiceProcess::close);
        if (kafka != null) {
            kafka.close();
            pidFile("kafka").delete();
        }
        if (postgres != null) {
            postgres.close();
            pidFile("postgres").delete();
        }
    }
}
