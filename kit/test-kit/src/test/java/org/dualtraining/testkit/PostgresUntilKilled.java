package org.dualtraining.testkit;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

final class PostgresUntilKilled {

    private PostgresUntilKilled() {}

    public static void main(String[] arguments) throws InterruptedException {
        LocalPostgres postgres = LocalPostgres.start(Path.of(arguments[0]), 0, "secret");
        System.out.println("pid " + postgres.pid());
        new CountDownLatch(1).await();
    }
}
