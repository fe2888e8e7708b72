package org.dualtraining.catalog.caseprovider;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;
import org.dualtraining.catalog.caseexchange.CaseProjections;
import org.dualtraining.catalog.casepackage.CasePackage;
import org.dualtraining.catalog.framework.CurrentVersionChanged;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.FrameworkVersions;
import org.jboss.logging.Logger;

/** Makes the entities of a framework again when what it says at present changes, in the transaction of the change. */
@ApplicationScoped
class FollowCurrentVersions {

    private static final Logger LOG = Logger.getLogger(FollowCurrentVersions.class);

    private final CaseTables tables;
    private final CaseProjections projections;
    private final FrameworkVersions versions;
    private final CaseDocuments documents;

    @Inject
    FollowCurrentVersions(
            CaseTables tables, CaseProjections projections, FrameworkVersions versions, CaseDocuments documents) {
        this.tables = tables;
        this.projections = projections;
        this.versions = versions;
        this.documents = documents;
    }

    void on(@Observes CurrentVersionChanged change) {
        refresh(change.version());
    }

    void after(@Observes(during = TransactionPhase.AFTER_COMPLETION) CurrentVersionChanged change) {
        documents.forget();
    }

    /** Frameworks from before; more than one replica may do it, with the same result. */
    void atStart(@Observes StartupEvent start) {
        for (UUID framework : tables.outdated()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> versions.current(framework).ifPresent(this::refresh));
            LOG.infof("made anew for CASE framework=%s", framework);
        }
    }

    private void refresh(FrameworkVersion version) {
        CasePackage file = projections.of(version).file();
        tables.write(
                version.frameworkId(), version.number(), file, file.lastChange().orElse(version.changedAt()));
    }
}
