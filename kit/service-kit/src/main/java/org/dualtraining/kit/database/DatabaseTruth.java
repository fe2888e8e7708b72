package org.dualtraining.kit.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Refuses to start on a database that could lose an acknowledged row, or with a role that could change it (R26). */
@ApplicationScoped
public class DatabaseTruth {

    private final Jdbi jdbi;

    @Inject
    public DatabaseTruth(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @throws IllegalStateException that names each unsafe setting */
    public void check(@Observes StartupEvent started) {
        List<String> unsafe = jdbi.withHandle(DatabaseTruth::unsafeSettings);
        if (!unsafe.isEmpty()) {
            throw new IllegalStateException("refusing to start: " + String.join("; ", unsafe));
        }
    }

    private static List<String> unsafeSettings(Handle handle) {
        List<String> unsafe = new ArrayList<>();
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            String value = handle.createQuery("SELECT current_setting(:setting)")
                    .bind("setting", setting)
                    .mapTo(String.class)
                    .one();
            if (value.equals("off")) {
                unsafe.add("PostgreSQL runs with " + setting + "=off");
            }
        }
        boolean mayCreate = handle.createQuery("SELECT has_schema_privilege('public', 'CREATE')")
                .mapTo(Boolean.class)
                .one();
        if (mayCreate) {
            unsafe.add("the run-time role may create tables; use one that owns nothing");
        }
        return unsafe;
    }
}
