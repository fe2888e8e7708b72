package org.dualtraining.plan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.dualtraining.testkit.ServiceTestResource;

/** A test of the running service on real PostgreSQL and Kafka. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {@ResourceArg(name = "service", value = "plan"), @ResourceArg(name = "kafka", value = "true")})
@QuarkusTestResource(FakeCatalog.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PlanServiceTest {}
