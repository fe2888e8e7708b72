package org.dualtraining.testkit;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Kafka's clients print their whole configuration at each start; only their warnings are of interest here. */
final class KafkaLogs {

    /** Kept, because a logger that nobody refers to loses its level. */
    private static final Logger CLIENTS = Logger.getLogger("org.apache.kafka");

    private KafkaLogs() {}

    static void onlyWarnings() {
        CLIENTS.setLevel(Level.WARNING);
    }
}
