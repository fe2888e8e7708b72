package org.dualtraining.catalog.frameworkimport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.catalog.framework.FrameworkVersions;

/** From a file of an exchange format to a draft version. */
@ApplicationScoped
class ImportFramework {

    private static final int MOST_COMPARISONS = 3;

    private final Instance<FrameworkReader> readers;
    private final FrameworkVersions versions;
    private final StoreFramework store;

    @Inject
    ImportFramework(Instance<FrameworkReader> readers, FrameworkVersions versions, StoreFramework store) {
        this.readers = readers;
        this.versions = versions;
        this.store = store;
    }

    FrameworkReader readerOf(Optional<MediaType> type) {
        return readers.stream()
                .filter(reader -> type.filter(
                                given -> !given.isWildcardType() && given.isCompatible(reader.mediaType()))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new UnsupportedFormat(supported()));
    }

    /** Reads and compares before it begins a transaction: a large file takes longer than a connection should be held. */
    ImportReport handle(
            FrameworkReader reader, byte[] body, ImportOptions options, Optional<UUID> occupation, boolean dryRun) {
        ReadFramework read = reader.read(body, options);
        if (dryRun) {
            Comparison comparison = Comparison.of(read, versions.latest(read.frameworkId()));
            store.check(comparison, occupation);
            boolean isKnown = comparison.draft().isEmpty();
            return comparison.report(isKnown ? comparison.latest().orElseThrow().number() : null, true);
        }
        return stored(read, occupation, MOST_COMPARISONS);
    }

    private ImportReport stored(ReadFramework read, Optional<UUID> occupation, int comparisonsLeft) {
        Comparison comparison = Comparison.of(read, versions.latest(read.frameworkId()));
        try {
            return comparison.report(store.handle(comparison, occupation), false);
        } catch (ChangedMeanwhile e) {
            if (comparisonsLeft == 1) {
                throw e;
            }
            return stored(read, occupation, comparisonsLeft - 1);
        }
    }

    private List<String> supported() {
        return readers.stream()
                .map(reader -> reader.mediaType().toString())
                .sorted()
                .toList();
    }
}
