package org.dualtraining.local;

import java.nio.file.Path;
import java.util.Locale;

/** The three services, in the order in which they are listed. */
public enum Service {
    CATALOG(8081, 9081),
    PLAN(8082, 9082),
    PROGRESS(8083, 9083);

    private final int port;
    private final int managementPort;

    Service(int port, int managementPort) {
        this.port = port;
        this.managementPort = managementPort;
    }

    /** The short name: of the database, of the log file, before each line of output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int defaultPort() {
        return port;
    }

    public int defaultManagementPort() {
        return managementPort;
    }

    public Path jar(Path repository) {
        return repository.resolve(label() + "-service/target/quarkus-app/quarkus-run.jar");
    }
}
