package org.dualtraining.catalog.frameworkimport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** From a file of an exchange format to a draft version. */
@ApplicationScoped
class ImportFramework {

    private final Instance<FrameworkReader> readers;
    private final StoreFramework store;

    @Inject
    ImportFramework(Instance<FrameworkReader> readers, StoreFramework store) {
        this.readers = readers;
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

    /** Reads before it begins a transaction: a large file takes longer than a connection should be held. */
    ImportReport handle(
            FrameworkReader reader, byte[] body, ImportOptions options, Optional<UUID> occupation, boolean dryRun) {
        ReadFramework read = reader.read(body, options);
        return dryRun ? store.compare(read, occupation) : store.handle(read, occupation);
    }

    private List<String> supported() {
        return readers.stream()
                .map(reader -> reader.mediaType().toString())
                .sorted()
                .toList();
    }
}
