package org.dualtraining.bench.figure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.dualtraining.local.FreshPlatform;
import org.dualtraining.local.Instance;
import org.dualtraining.local.LauncherFailure;

/** The service to compare with, started when the first figure asks for it. */
final class Baseline {

    static final String COMPLETIONS = "baseline-completions";

    private static final String JAR = "deploy/baseline/target/quarkus-app/quarkus-run.jar";
    private static final String NAME = "baseline";
    private static final UUID PROVIDER = new UUID(9, 9);

    private final FreshPlatform platform;
    private final Instance instance;

    private Baseline(FreshPlatform platform, Instance instance) {
        this.platform = platform;
        this.instance = instance;
    }

    static Baseline start(Bench bench) {
        FreshPlatform platform = bench.platform();
        Path jar = platform.home().repository().resolve(JAR);
        if (!Files.exists(jar)) {
            throw new LauncherFailure(jar + " does not exist. Build it with 'mvn package'.");
        }
        bench.createTopics(COMPLETIONS, "baseline-eligibility-changed");
        Instance instance = platform.platform().startGuest(NAME, jar);
        bench.await(
                "Starting the baseline service",
                Duration.ofMinutes(2),
                () -> instance.isReady() || !instance.process().isRunning());
        if (!instance.process().isRunning()) {
            throw new LauncherFailure(instance.process().obituary());
        }
        return new Baseline(platform, instance);
    }

    String url(String path) {
        return instance.address().url() + path;
    }

    String token() {
        return platform.platform().identity().tokens().college(PROVIDER);
    }

    DataSource database() {
        return platform.platform().postgres().superuser(NAME);
    }
}
