package org.dualtraining.catalog;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.dualtraining.testkit.ServiceTestResource;

/** The service beside a real PostgreSQL and a real Kafka; all tests share them, so each makes an occupation of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {@ResourceArg(name = "service", value = "catalog"), @ResourceArg(name = "kafka", value = "true")})
public @interface WithServers {}
