package org.dualtraining.progress.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;

/** The tables of schema {@code shadow}, made and exchanged by functions of their owner: this service may not. */
@ApplicationScoped
class ShadowSchema {

    private final Jdbi jdbi;
    private final Rebuilds rebuilds;

    @Inject
    ShadowSchema(Jdbi jdbi, Rebuilds rebuilds) {
        this.jdbi = jdbi;
        this.rebuilds = rebuilds;
    }

    /** Empty tables, instead of those of any rebuild before. */
    @Transactional
    void begin(Rebuild rebuild) {
        call("begin_shadow");
        rebuilds.begun(rebuild.id(), schemaVersion());
    }

    boolean isThere() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM pg_class WHERE relnamespace = 'shadow'::regnamespace)")
                .mapTo(Boolean.class)
                .one());
    }

    void drop() {
        call("drop_shadow");
    }

    /** The migrations that are in force: tables that were made under others are not exchanged. */
    int schemaVersion() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT max(installed_rank) FROM public.flyway_schema_history")
                        .mapTo(Integer.class)
                        .one());
    }

    /**
     * Puts the shadow in place. Its locks wait for statements that are running while new ones and the intake wait behind
     * them; so it gives up soon, and the worker comes again when both had their turn: a dump of the database may take an
     * hour. Longer than a second, because only then PostgreSQL ends a vacuum that is in the way.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void exchange() {
        jdbi.useHandle(handle -> {
            handle.execute("SET LOCAL lock_timeout = '1500ms'");
            handle.execute("SELECT swap_shadow()");
        });
    }

    /** So that the first statements after the exchange are planned for what there is. */
    @Transactional
    void analyze() {
        jdbi.useHandle(handle -> {
            handle.execute("SET LOCAL statement_timeout = '12s'");
            handle.execute("SELECT analyze_shadow()");
        });
    }

    private void call(String function) {
        jdbi.useHandle(handle -> handle.execute("SELECT " + function + "()"));
    }
}
