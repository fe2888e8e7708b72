package org.dualtraining.progress.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The tables of schema {@code shadow}, made and exchanged by functions of their owner: this service may not. */
@ApplicationScoped
class ShadowSchema {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int ATTEMPTS = 10;

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
     * Puts the shadow in place. Its locks wait for statements that are running while new ones wait behind them; so it
     * waits shortly and often instead of long; longer than a second, because only then PostgreSQL ends a vacuum that is in
     * the way.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void exchange() {
        jdbi.useHandle(handle -> {
            handle.execute("SET LOCAL lock_timeout = '1500ms'");
            for (int attempt = 1; !isExchanged(handle, attempt); attempt++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
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

    private static boolean isExchanged(Handle handle, int attempt) {
        handle.execute("SAVEPOINT exchange");
        try {
            handle.execute("SELECT swap_shadow()");
            return true;
        } catch (UnableToExecuteStatementException busy) {
            boolean isLocked =
                    busy.getCause() instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
            if (!isLocked || attempt == ATTEMPTS) {
                throw busy;
            }
            handle.execute("ROLLBACK TO SAVEPOINT exchange");
            return false;
        }
    }

    private void call(String function) {
        jdbi.useHandle(handle -> handle.execute("SELECT " + function + "()"));
    }
}
