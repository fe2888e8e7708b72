package org.dualtraining.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a service needs to run in a {@code @QuarkusTest}: a PostgreSQL with its database and roles, on request a Kafka with
 * the topics, and an identity. Use:
 *
 * <pre>{@code
 * @QuarkusTestResource(value = ServiceTestResource.class, initArgs = {
 *     @ResourceArg(name = "service", value = "plan"), @ResourceArg(name = "kafka", value = "true")})
 * }</pre>
 *
 * Tokens come from {@link Tokens#ofThisTestRun()}.
 */
public final class ServiceTestResource implements QuarkusTestResourceLifecycleManager {

    /** Nobody listens there: a test without Kafka must not find the Kafka of a running launcher. */
    private static final String NO_KAFKA = "127.0.0.1:1";

    private String service = "";
    private boolean withKafka;
    private @Nullable LocalPostgres postgres;
    private @Nullable LocalKafka kafka;

    @Override
    public void init(Map<String, String> arguments) {
        service = required(arguments, "service");
        withKafka = Boolean.parseBoolean(arguments.getOrDefault("kafka", "false"));
    }

    private static String required(Map<String, String> arguments, String name) {
        String value = arguments.get(name);
        if (value == null) {
            throw new IllegalArgumentException("ServiceTestResource needs the argument " + name);
        }
        return value;
    }

    @Override
    public Map<String, String> start() {
        CompletableFuture<String> brokers = CompletableFuture.supplyAsync(this::startKafka);
        LocalPostgres database = LocalPostgres.start();
        postgres = database;
        String ownerPassword = UUID.randomUUID().toString();
        String appPassword = UUID.randomUUID().toString();
        database.prepare(service, ownerPassword, appPassword);
        IdentityProvider identity = IdentityProvider.create();
        System.setProperty(Tokens.KEY_PROPERTY, identity.privateKey());
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", database.jdbcUrl(service)),
                Map.entry("quarkus.datasource.username", service + "_app"),
                Map.entry("quarkus.datasource.password", appPassword),
                Map.entry("quarkus.flyway.username", service + "_owner"),
                Map.entry("quarkus.flyway.password", ownerPassword),
                Map.entry("kafka.bootstrap.servers", brokers.join()),
                Map.entry("quarkus.oidc.public-key", identity.publicKey()),
                Map.entry("quarkus.oidc.token.issuer", IdentityProvider.ISSUER),
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("quarkus.management.test-port", "0"));
    }

    private String startKafka() {
        if (!withKafka) {
            return NO_KAFKA;
        }
        LocalKafka started = LocalKafka.start();
        kafka = started;
        started.createTopics();
        return started.bootstrapServers();
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        System.clearProperty(Tokens.KEY_PROPERTY);
    }
}
