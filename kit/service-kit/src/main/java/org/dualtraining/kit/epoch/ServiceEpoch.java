package org.dualtraining.kit.epoch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Table {@code service_epoch}: which life of the service's history this is, and the identity of the database that it was
 * lived in. A restore takes both back to the time of the backup, and what was said since will be said again with other
 * content under the same versions; a higher epoch tells the two apart (guarantees D6).
 */
@ApplicationScoped
public class ServiceEpoch {

    /**
     * What a restore changes and nothing else does: another cluster has another identifier, a recovery from archived log
     * goes on in a new timeline (asked of the log, because the control file follows only at the next checkpoint), and a
     * dump that is read in makes a new database or at least a new table.
     */
    private static final String IDENTITY = """
            SELECT concat_ws('/',
                (SELECT system_identifier FROM pg_control_system()),
                left(pg_walfile_name(pg_current_wal_lsn()), 8),
                (SELECT oid FROM pg_database WHERE datname = current_database()),
                CAST('service_epoch'::regclass AS oid))
            """;

    private final Jdbi jdbi;

    @Inject
    public ServiceEpoch(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Asked each time: another instance may have raised it. */
    public int current() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT epoch FROM service_epoch")
                .mapTo(Integer.class)
                .one());
    }

    /** Whether this database was restored since the service last used it. A service's first start remembers it. */
    @Transactional
    public boolean isRestored() {
        String actual = identity();
        return jdbi.withHandle(handle -> {
            Optional<String> known = handle.createQuery("SELECT database_identity FROM service_epoch FOR UPDATE")
                    .mapTo(String.class)
                    .findOne();
            if (known.isEmpty()) {
                handle.execute("UPDATE service_epoch SET database_identity = ?", actual);
            }
            return known.isPresent() && !known.get().equals(actual);
        });
    }

    /** From now on what the service says belongs to this epoch, and the database is the one that it knows. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void raiseTo(int epoch) {
        String actual = identity();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE service_epoch SET epoch = greatest(epoch, :epoch), database_identity = :identity
                        """)
                .bind("epoch", epoch)
                .bind("identity", actual)
                .execute());
    }

    private String identity() {
        return jdbi.withHandle(
                handle -> handle.createQuery(IDENTITY).mapTo(String.class).one());
    }
}
