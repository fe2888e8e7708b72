package org.dualtraining.catalog.frameworkimport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.catalog.framework.Competencies;
import org.dualtraining.catalog.framework.FrameworkDiff;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.FrameworkVersions;
import org.dualtraining.catalog.framework.Frameworks;
import org.dualtraining.catalog.framework.HistoryAction;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.dualtraining.catalog.framework.VersionContent;
import org.dualtraining.catalog.framework.VersionStatus;
import org.dualtraining.catalog.framework.VersionStore;
import org.dualtraining.catalog.identity.CatalogIds;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.occupation.Occupations;
import org.dualtraining.kit.problem.Unprocessable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Compares what was read with the latest version and stores it as a draft when it says something new. */
@ApplicationScoped
class StoreFramework {

    private static final Logger LOG = Logger.getLogger(StoreFramework.class);

    /** An index holds no row of any length. */
    private static final int LONGEST_KEY = 200;

    private final Occupations occupations;
    private final Frameworks frameworks;
    private final FrameworkVersions versions;
    private final Competencies competencies;
    private final VersionStore store;

    @Inject
    StoreFramework(
            Occupations occupations,
            Frameworks frameworks,
            FrameworkVersions versions,
            Competencies competencies,
            VersionStore store) {
        this.occupations = occupations;
        this.frameworks = frameworks;
        this.versions = versions;
        this.competencies = competencies;
        this.store = store;
    }

    /** What an import would do now. */
    @Transactional
    ImportReport compare(ReadFramework read, Optional<UUID> occupation) {
        checkOccupation(read, occupation);
        Optional<FrameworkVersion> latest = versions.latest(read.frameworkId());
        if (latest.filter(read::saysTheSameAs).isPresent()) {
            return unchanged(read, latest.get(), true);
        }
        VersionContent content = content(read, latest.orElse(null));
        return report(read, latest.orElse(null), content, null);
    }

    @Transactional
    ImportReport handle(ReadFramework read, Optional<UUID> occupation) {
        frameworks.lockFirst(read.frameworkId());
        checkOccupation(read, occupation);
        Optional<FrameworkVersion> latest = versions.latest(read.frameworkId());
        if (latest.filter(read::saysTheSameAs).isPresent()) {
            return unchanged(read, latest.get(), false);
        }
        frameworks.storeLocked(read.frameworkId(), read.key(), read.title(), occupationOf(read, occupation));
        VersionContent content = content(read, latest.orElse(null));
        read.keepSource();
        int version = store.importDraft(read.frameworkId(), content, HistoryAction.FRAMEWORK_IMPORTED);
        LOG.infof(
                "framework imported framework=%s version=%d competencies=%d",
                read.frameworkId(), version, content.competencies().size());
        return report(read, latest.orElse(null), content, version);
    }

    private VersionContent content(ReadFramework read, @Nullable FrameworkVersion latest) {
        VersionContent content = read.content(latest);
        Set<UUID> foreign = competencies.ofOtherFrameworks(
                read.frameworkId(),
                content.competencies().stream()
                        .map(VersionCompetency::competencyId)
                        .toList());
        if (!foreign.isEmpty()) {
            throw new CompetencyOfAnotherFramework(foreign);
        }
        return content;
    }

    private void checkOccupation(ReadFramework read, Optional<UUID> asked) {
        if (asked.isEmpty()) {
            return;
        }
        if (!occupations.isKnown(asked.get())) {
            throw new Unprocessable("occupation", "must be the id of an occupation of the catalog");
        }
        Optional<UUID> present = frameworks.occupationOf(read.frameworkId());
        if (present.isPresent() && !present.equals(asked)) {
            throw new FrameworkOfAnotherOccupation();
        }
    }

    private UUID occupationOf(ReadFramework read, Optional<UUID> asked) {
        return frameworks.occupationOf(read.frameworkId()).or(() -> asked).orElseGet(() -> ofTitle(read));
    }

    /** A framework is the competency model of one occupation; an exchange format knows only a title. */
    private UUID ofTitle(ReadFramework read) {
        String slug = Names.slug(read.title());
        String key = slug.isEmpty() ? read.key() : slug.substring(0, Math.min(LONGEST_KEY, slug.length()));
        UUID id = CatalogIds.occupation(key);
        occupations.storeIfNew(id, key, read.title());
        return id;
    }

    private static ImportReport unchanged(ReadFramework read, FrameworkVersion latest, boolean dryRun) {
        return new ImportReport(
                read.frameworkId(),
                latest.number(),
                read.title(),
                latest.content().competencies().size(),
                read.notes(),
                null,
                null,
                false,
                dryRun);
    }

    private static ImportReport report(
            ReadFramework read, @Nullable FrameworkVersion latest, VersionContent content, @Nullable Integer version) {
        return new ImportReport(
                read.frameworkId(),
                version,
                read.title(),
                content.competencies().size(),
                read.notes(),
                latest == null ? null : FrameworkDiff.between(latest, draft(latest, content, version)),
                latest == null ? null : read.formatDiff(latest),
                true,
                version == null);
    }

    private static FrameworkVersion draft(FrameworkVersion latest, VersionContent content, @Nullable Integer version) {
        return new FrameworkVersion(
                latest.frameworkId(),
                version == null ? latest.number() + 1 : version,
                VersionStatus.DRAFT,
                1,
                null,
                latest.changedAt(),
                content);
    }
}
