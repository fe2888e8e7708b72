package org.dualtraining.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** Kafka in a JVM of its own: broker and controller in one, until its standard input closes. */
public final class KafkaMain {

    private static final Logger ROOT = Logger.getLogger("");

    private KafkaMain() {}

    /**
     * Runs until standard input ends.
     *
     * @param arguments the path of the server's properties
     */
    public static void main(String[] arguments) throws IOException {
        logWarnings();
        Path file = Path.of(arguments[0]);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        formatOnce(file, Path.of(properties.getProperty("log.dirs")));
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
        server.startup();
        // The parent never writes: this returns when the parent closes the pipe, or is gone.
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private static void formatOnce(Path file, Path logDirectory) {
        if (Files.exists(logDirectory.resolve("meta.properties"))) {
            return;
        }
        String clusterId = Uuid.randomUuid().toString();
        int exit = StorageTool.execute(
                new String[] {"format", "--cluster-id", clusterId, "--config", file.toString(), "--ignore-formatted"},
                System.out);
        if (exit != 0) {
            throw new IllegalStateException("Kafka's storage was not formatted: exit " + exit);
        }
    }

    private static void logWarnings() {
        ROOT.setLevel(Level.WARNING);
        if (ROOT.getHandlers().length == 0) {
            ROOT.addHandler(new ConsoleHandler());
        }
    }
}
