package org.dualtraining.progress;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.dualtraining.testkit.ServiceTestResource;

/** One PostgreSQL and one Kafka for all {@code @QuarkusTest} classes of this module; each test uses ids of its own. */
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {@ResourceArg(name = "service", value = "progress"), @ResourceArg(name = "kafka", value = "true")})
final class TestServers {

    private TestServers() {}
}
