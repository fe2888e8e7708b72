package org.dualtraining.testkit;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

final class KafkaUntilKilled {

    private KafkaUntilKilled() {}

    public static void main(String[] arguments) throws InterruptedException {
        LocalKafka kafka = LocalKafka.start(Path.of(arguments[0]), 0);
        System.out.println("pid " + kafka.pid());
        new CountDownLatch(1).await();
    }
}
