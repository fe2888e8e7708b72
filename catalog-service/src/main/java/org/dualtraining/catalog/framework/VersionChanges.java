package org.dualtraining.catalog.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.Conflict;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.problem.Unprocessable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What an agency does with versions: a new draft, an edit, publication and retirement. */
@ApplicationScoped
class VersionChanges {

    private static final Logger LOG = Logger.getLogger(VersionChanges.class);

    private final Frameworks frameworks;
    private final FrameworkVersions versions;
    private final PublishedBytes published;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;

    @Inject
    VersionChanges(
            Frameworks frameworks,
            FrameworkVersions versions,
            PublishedBytes published,
            TransactionSynchronizationRegistry transaction,
            Clock clock) {
        this.frameworks = frameworks;
        this.versions = versions;
        this.published = published;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A new draft that says what a version says; without a number, the latest. */
    @Transactional
    FrameworkVersion copy(UUID framework, @Nullable Integer from) {
        lock(framework);
        FrameworkVersion original = (from == null ? versions.latest(framework) : versions.find(framework, from))
                .orElseThrow(() -> new Unprocessable("/from", "must be the number of a version of this framework"));
        int number = versions.insertDraft(framework, original.content(), clock.instant());
        LOG.infof("draft made framework=%s version=%d from=%d", framework, number, original.number());
        return load(framework, number);
    }

    /** Rewords a competency of a draft. Its id stays: for another meaning there must be another competency. */
    @Transactional
    FrameworkVersion reword(
            UUID framework, int number, UUID competency, CompetencyInput input, @Nullable String ifMatch) {
        FrameworkVersion version = lock(framework, number);
        VersionCompetency current = version.content().competencies().stream()
                .filter(row -> row.competencyId().equals(competency))
                .findFirst()
                .orElseThrow(() -> new NotFound("competency"));
        if (version.status() != VersionStatus.DRAFT) {
            throw new VersionIsPublished();
        }
        Versioned.requireMatch(ifMatch, Versioned.tag(version.revision()));
        boolean isTaken = version.content().competencies().stream()
                .anyMatch(
                        other -> !other.competencyId().equals(competency) && Names.isSame(other.name(), input.name()));
        if (isTaken) {
            throw new Unprocessable("/name", "must differ from the name of every other competency of the version");
        }
        versions.updateCompetency(version, input.appliedTo(current));
        LOG.infof("competency reworded framework=%s version=%d competency=%s", framework, number, competency);
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
        versions.setStatus(version, VersionStatus.PUBLISHED, clock.instant());
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
        versions.setStatus(version, VersionStatus.RETIRED, clock.instant());
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
