package org.dualtraining.progress;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The database of the service under test takes nobody in and has thrown everybody out, until this is closed. */
public final class DatabaseAway implements AutoCloseable {

    private final Handle owner;

    public DatabaseAway() {
        owner = open("quarkus.flyway");
        try (Handle app = open("quarkus.datasource")) {
            limitConnectionsTo(0);
            app.createQuery("""
                            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                            WHERE usename = current_user AND pid <> pg_backend_pid()
                            """).mapTo(Boolean.class).list();
        }
    }

    private static Handle open(String who) {
        Config config = ConfigProvider.getConfig();
        return Jdbi.open(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue(who + ".username", String.class),
                config.getValue(who + ".password", String.class));
    }

    private void limitConnectionsTo(int most) {
        String database = owner.createQuery("SELECT quote_ident(current_database())")
                .mapTo(String.class)
                .one();
        owner.execute("ALTER DATABASE " + database + " CONNECTION LIMIT " + most);
    }

    @Override
    public void close() {
        limitConnectionsTo(-1);
        owner.close();
    }
}
