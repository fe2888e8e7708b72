package org.dualtraining.catalog.frameworkimport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.catalog.framework.Competencies;
import org.dualtraining.catalog.framework.FrameworkVersions;
import org.dualtraining.catalog.framework.Frameworks;
import org.dualtraining.catalog.framework.HistoryAction;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.dualtraining.catalog.framework.VersionContent;
import org.dualtraining.catalog.framework.VersionStore;
import org.dualtraining.catalog.identity.CatalogIds;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.occupation.Occupations;
import org.dualtraining.kit.problem.Unprocessable;
import org.jboss.logging.Logger;

/** Stores what a file makes of the latest version, unless that is not the latest any more. */
@ApplicationScoped
class StoreFramework {

    private static final Logger LOG = Logger.getLogger(StoreFramework.class);

    /** An index holds no row of any length. */
    private static final int LONGEST_KEY = 200;

    private static final int MOST_FOREIGN = 100;

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

    /** Refuses what {@link #handle} would refuse, and stores nothing. */
    @Transactional
    void check(Comparison comparison, Optional<UUID> occupation) {
        checkOccupation(comparison.read(), occupation);
        comparison.draft().ifPresent(draft -> checkCompetencies(comparison.read(), draft));
    }

    /**
     * The number of the version that says what the file says.
     *
     * @throws ChangedMeanwhile when the file is to be compared again
     */
    @Transactional
    int handle(Comparison comparison, Optional<UUID> occupation) {
        ReadFramework read = comparison.read();
        UUID framework = read.frameworkId();
        frameworks.lockFirst(framework);
        checkOccupation(read, occupation);
        if (comparison.draft().isEmpty()) {
            return comparison.latest().orElseThrow().number();
        }
        VersionContent draft = comparison.draft().get();
        frameworks.storeLocked(framework, read.key(), read.title(), occupationOf(read, occupation));
        if (!comparison.isWith(versions.latestMark(framework))) {
            throw new ChangedMeanwhile();
        }
        checkCompetencies(read, draft);
        read.keepSource();
        int version = store.importDraft(framework, draft, HistoryAction.FRAMEWORK_IMPORTED);
        LOG.infof(
                "framework imported framework=%s version=%d competencies=%d",
                framework, version, draft.competencies().size());
        return version;
    }

    private void checkCompetencies(ReadFramework read, VersionContent draft) {
        Set<UUID> foreign = competencies.ofOtherFrameworks(
                read.frameworkId(),
                draft.competencies().stream()
                        .map(VersionCompetency::competencyId)
                        .toList());
        if (!foreign.isEmpty()) {
            throw new CompetencyOfAnotherFramework(draft.competencies().stream()
                    .map(VersionCompetency::competencyId)
                    .filter(foreign::contains)
                    .limit(MOST_FOREIGN)
                    .map(id -> read.placeOf(id).orElse(""))
                    .toList());
        }
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
}
