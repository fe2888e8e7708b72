package org.dualtraining.local;

import java.util.HashMap;
import java.util.Map;
import org.dualtraining.testkit.IdentityProvider;
import org.dualtraining.testkit.LocalKafka;
import org.dualtraining.testkit.LocalPostgres;

/** The configuration that the launcher gives to a service, all of it as environment variables. */
record ServiceEnvironment(
        Ports ports,
        Secrets secrets,
        IdentityProvider identity,
        CredentialKey credentialKey,
        LocalPostgres postgres,
        LocalKafka kafka) {

    Map<String, String> of(Service service) {
        Map<String, String> environment = common(service.label(), secrets.owner(service), secrets.app(service));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.http(service)));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.management(service)));
        environment.put("QUARKUS_REST_CLIENT_CATALOG_URL", ports.address(Service.CATALOG));
        environment.put("QUARKUS_REST_CLIENT_PLAN_URL", ports.address(Service.PLAN));
        environment.put("DUAL_TRAINING_PROVIDER_URL", ports.address(Service.CATALOG));
        if (service == Service.PROGRESS) {
            environment.put("DUAL_TRAINING_CREDENTIALS_SIGNING_KEY", credentialKey.base64());
            environment.put("DUAL_TRAINING_CREDENTIALS_URL", ports.address(Service.PROGRESS));
            environment.put("DUAL_TRAINING_CREDENTIALS_CATALOG_URL", ports.address(Service.CATALOG));
        }
        return environment;
    }

    /** For any service on the kit, all but its ports. */
    Map<String, String> common(String database, String ownerPassword, String appPassword) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database));
        environment.put("QUARKUS_DATASOURCE_USERNAME", database + "_app");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", appPassword);
        environment.put("QUARKUS_FLYWAY_USERNAME", database + "_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", ownerPassword);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", identity.publicKey());
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", IdentityProvider.ISSUER);
        environment.put("QUARKUS_SWAGGER_UI_ENABLED", "true");
        environment.put("QUARKUS_SMALLRYE_OPENAPI_ENABLED", "true");
        return environment;
    }
}
