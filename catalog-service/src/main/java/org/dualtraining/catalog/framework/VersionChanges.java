package org.dualtraining.catalog.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.dualtraining.catalog.framework.FrameworkHistory.Change;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.Conflict;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.problem.Unprocessable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What an agency does with whole versions: a new draft, publication and retirement. */
@ApplicationScoped
class VersionChanges {

    private static final Logger LOG = Logger.getLogger(VersionChanges.class);

    private final Frameworks frameworks;
    private final FrameworkVersions versions;
    private final VersionStore store;
    private final PublishedBytes published;
    private final TransactionSynchronizationRegistry transaction;

    @Inject
    VersionChanges(
            Frameworks frameworks,
            FrameworkVersions versions,
            VersionStore store,
            PublishedBytes published,
            TransactionSynchronizationRegistry transaction) {
        this.frameworks = frameworks;
        this.versions = versions;
        this.store = store;
        this.published = published;
        this.transaction = transaction;
    }

    /** A new draft that says what a version says; without a number, the latest. */
    @Transactional
    FrameworkVersion copy(UUID framework, @Nullable Integer from) {
        lock(framework);
        FrameworkVersion original = (from == null ? versions.latest(framework) : versions.find(framework, from))
                .orElseThrow(() -> new Unprocessable("/from", "must be the number of a version of this framework"));
        int number = store.insertDraft(
                framework,
                original.content(),
                new Change(HistoryAction.DRAFT_MADE, null, "from version " + original.number()));
        LOG.infof("draft made framework=%s version=%d from=%d", framework, number, original.number());
        return load(framework, number);
    }

    /** Publishes a draft; a second time changes nothing. */
    @Transactional
    FrameworkVersion publish(UUID framework, int number, @Nullable String ifMatch) {
        FrameworkVersion version = lock(framework, number);
        if (version.status() == VersionStatus.PUBLISHED) {
            return version;
        }
        if (version.status() == VersionStatus.RETIRED) {
            throw new Conflict("A retired version cannot be published again; make a new draft from it.");
        }
        requireMatchIfGiven(ifMatch, version);
        store.setStatus(version, VersionStatus.PUBLISHED, HistoryAction.PUBLISHED);
        LOG.infof("version published framework=%s version=%d", framework, number);
        return load(framework, number);
    }

    /** Retires a version, or gives up a draft; a second time changes nothing. Plans that are pinned to it keep it. */
    @Transactional
    FrameworkVersion retire(UUID framework, int number, @Nullable String ifMatch) {
        FrameworkVersion version = lock(framework, number);
        if (version.status() == VersionStatus.RETIRED) {
            return version;
        }
        requireMatchIfGiven(ifMatch, version);
        store.setStatus(version, VersionStatus.RETIRED, HistoryAction.RETIRED);
        afterCommit(() -> published.forget(framework, number));
        LOG.infof("version retired framework=%s version=%d", framework, number);
        return load(framework, number);
    }

    /** Before the commit another request could still read, and keep, what is about to change. */
    private void afterCommit(Runnable work) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do yet
            }

            @Override
            public void afterCompletion(int status) {
                work.run();
            }
        });
    }

    private static void requireMatchIfGiven(@Nullable String ifMatch, FrameworkVersion version) {
        if (ifMatch != null) {
            Versioned.requireMatch(ifMatch, Versioned.tag(version.revision()));
        }
    }

    private FrameworkVersion lock(UUID framework, int number) {
        lock(framework);
        return load(framework, number);
    }

    private void lock(UUID framework) {
        if (!frameworks.lock(framework)) {
            throw new NotFound("framework");
        }
    }

    private FrameworkVersion load(UUID framework, int number) {
        return versions.find(framework, number).orElseThrow(() -> new NotFound("framework version"));
    }
}
