package org.dualtraining.progress;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Whom the tables belong to; the role of the service may change none of them. */
public final class Owner {

    private Owner() {}

    /** A defect of ours: a table that refuses, while something is done, what is said of a plan. */
    public static void refusing(String table, UUID planId, Runnable work) {
        execute("ALTER TABLE " + table + " ADD CONSTRAINT defect CHECK (plan_id <> '" + planId + "') NOT VALID");
        try {
            work.run();
        } finally {
            execute("ALTER TABLE " + table + " DROP CONSTRAINT defect");
        }
    }

    private static void execute(String ddl) {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                Statement statement = connection.createStatement()) {
            statement.execute(ddl);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
