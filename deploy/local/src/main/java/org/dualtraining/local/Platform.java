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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.dualtraining.testkit.FreePort;
import org.dualtraining.testkit.IdentityProvider;
import org.dualtraining.testkit.LocalKafka;
import org.dualtraining.testkit.LocalPostgres;
import org.dualtraining.testkit.Processes;
import org.jspecify.annotations.Nullable;

/**
 * The whole system on this machine. Starts PostgreSQL and Kafka together, then the three services together, and stops in
 * the opposite order: services, Kafka, PostgreSQL.
 */
public final class Platform implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Home home;
    private final Ports ports;
    private final Console console;
    private final IdentityProvider identity;
    private final Secrets secrets;
    private final CredentialKey credentialKey;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final List<ServiceProcess> others = new ArrayList<>();
    private @Nullable LocalPostgres postgres;
    private @Nullable LocalKafka kafka;
    private boolean closed;

    public Platform(Home home, Ports ports, Console console) {
        this.home = home;
        this.ports = ports;
        this.console = console;
        this.identity = IdentityProvider.keptIn(home.secrets());
        this.secrets = Secrets.keptIn(home.secrets());
        this.credentialKey = CredentialKey.keptIn(home.secrets());
    }

    public void start() {
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
    public ServiceProcess startService(Service service) {
        return startService(service, Map.of());
    }

    /** With more in its environment than it has otherwise. */
    public ServiceProcess startService(Service service, Map<String, String> more) {
        Map<String, String> variables = environment().of(service);
        variables.putAll(more);
        ServiceProcess started =
                ServiceProcess.start(service.label(), service.jar(home.repository()), home, variables, console);
        keep(started::close, () -> services.put(service, started));
        return started;
    }

    /**
     * Starts one more instance of a service on the same database and topics, and does not wait: for tests of several
     * instances. It is stopped with the platform.
     *
     * @param name of its log, and of it among its like
     */
    public Instance startAnother(Service service, String name) {
        Instance.Address address = new Instance.Address(FreePort.find(), FreePort.find());
        Map<String, String> environment = environment().of(service);
        environment.putAll(address.asEnvironment());
        return startBeside(name, service.jar(home.repository()), environment, address);
    }

    /**
     * Starts a service that is not one of ours on a database of its own, and does not wait: for comparisons. It is stopped
     * with the platform.
     */
    public Instance startGuest(String name, Path jar) {
        Instance.Address address = new Instance.Address(FreePort.find(), FreePort.find());
        String password = UUID.randomUUID().toString();
        postgres().prepare(name, password, password);
        Map<String, String> environment = environment().common(name, password, password);
        environment.putAll(address.asEnvironment());
        return startBeside(name, jar, environment, address);
    }

    private Instance startBeside(String name, Path jar, Map<String, String> environment, Instance.Address address) {
        ServiceProcess started = ServiceProcess.start(name, jar, home, environment, console);
        keep(started::close, () -> others.add(started));
        return new Instance(started, address);
    }

    /** Takes PostgreSQL away as a crash would: for tests. */
    public void killPostgres() {
        LocalPostgres killed = postgres();
        ProcessHandle process = handle(killed.pid());
        Processes.signal("QUIT", killed.pid());
        Processes.awaitEnd(process, READY_LIMIT);
        killed.close();
    }

    /** On the same data and port. */
    public void startPostgresAgain() {
        startPostgres();
    }

    /** Takes every processor from PostgreSQL, as a frozen machine would, until {@link #resumePostgres()}: for tests. */
    public void pausePostgres() {
        signalPostgres("STOP");
    }

    public void resumePostgres() {
        signalPostgres("CONT");
    }

    private void signalPostgres(String signal) {
        ProcessHandle postmaster = handle(postgres().pid());
        Processes.signal(signal, postmaster.pid());
        postmaster.descendants().forEach(process -> Processes.signal(signal, process.pid()));
    }

    /** Takes Kafka away as a crash would: for tests. */
    public void killKafka() {
        LocalKafka killed = kafka();
        ProcessHandle process = handle(killed.pid());
        process.destroyForcibly();
        Processes.awaitEnd(process, READY_LIMIT);
        killed.close();
    }

    /** On the same data and port. */
    public void startKafkaAgain() {
        startKafka();
    }

    private ServiceEnvironment environment() {
        return new ServiceEnvironment(ports, secrets, identity, credentialKey, postgres(), kafka());
    }

    public void awaitReady(Service service) {
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
    public String awaitDeath() {
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
        List<ServiceProcess> all = new ArrayList<>(services.values());
        all.addAll(others);
        return all;
    }

    public synchronized ServiceProcess service(Service service) {
        ServiceProcess process = services.get(service);
        if (process == null) {
            throw new IllegalStateException(service + " was not started");
        }
        return process;
    }

    public synchronized LocalPostgres postgres() {
        if (postgres == null) {
            throw new IllegalStateException("PostgreSQL was not started");
        }
        return postgres;
    }

    public synchronized LocalKafka kafka() {
        if (kafka == null) {
            throw new IllegalStateException("Kafka was not started");
        }
        return kafka;
    }

    public IdentityProvider identity() {
        return identity;
    }

    public Ports ports() {
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
