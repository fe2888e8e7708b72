package org.dualtraining.catalog.caseprovider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.dualtraining.catalog.casepackage.Addresses;
import org.dualtraining.catalog.casepackage.CaseJson;
import org.dualtraining.catalog.casepackage.CasePackage;
import org.dualtraining.catalog.casepackage.CaseVersion;
import org.dualtraining.catalog.casepackage.EntityKind;
import org.dualtraining.catalog.casepackage.PackageWriter;
import org.dualtraining.catalog.export.ProviderConfig;
import org.jspecify.annotations.Nullable;

/**
 * All documents in memory, so that lists cost no SQL: they are a page each. Another replica's change is seen when the
 * picture is five seconds old, one of this replica at once.
 */
@ApplicationScoped
class CaseDocuments {

    private static final Duration OLDEST = Duration.ofSeconds(5);

    private final CaseTables tables;
    private final ProviderConfig provider;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Picture picture;

    @Inject
    CaseDocuments(CaseTables tables, ProviderConfig provider, Clock clock) {
        this.tables = tables;
        this.provider = provider;
        this.clock = clock;
    }

    /** After a change is committed, or given up. */
    void forget() {
        changes.incrementAndGet();
        picture = null;
    }

    /** In the order of their ids. */
    List<ObjectNode> all(CaseVersion version) {
        return now().documents(version);
    }

    Optional<Listed> find(UUID framework) {
        return Optional.ofNullable(now().frameworks().get(framework));
    }

    private Picture now() {
        @Nullable Picture seen = picture;
        Instant now = clock.instant();
        if (seen != null && seen.takenAt().plus(OLDEST).isAfter(now)) {
            return seen;
        }
        long before = changes.get();
        Picture taken = Picture.of(now, tables.all(), provider);
        if (changes.get() == before) {
            picture = taken;
        }
        return taken;
    }

    /**
     * A framework with what its entities need to be answered.
     *
     * @param shell its package without entities
     */
    record Listed(UUID id, int number, long revision, long characters, CasePackage shell) {

        static Listed of(CaseTables.Listed row) {
            return new Listed(
                    row.frameworkId(),
                    row.number(),
                    row.revision(),
                    row.characters(),
                    new CasePackage(
                            row.caseVersion(),
                            CaseJson.object(row.document()),
                            Map.of(),
                            CaseJson.object(),
                            CaseJson.object(),
                            false,
                            Optional.empty()));
        }
    }

    private record Picture(
            Instant takenAt, Map<UUID, Listed> frameworks, Map<CaseVersion, List<ObjectNode>> inVersions) {

        static Picture of(Instant now, List<CaseTables.Listed> rows, ProviderConfig provider) {
            Map<UUID, Listed> frameworks = new LinkedHashMap<>();
            Map<CaseVersion, List<ObjectNode>> documents = new EnumMap<>(CaseVersion.class);
            for (CaseTables.Listed row : rows) {
                Listed listed = Listed.of(row);
                frameworks.put(row.frameworkId(), listed);
                for (CaseVersion version : CaseVersion.values()) {
                    PackageWriter writer =
                            PackageWriter.forProvider(listed.shell(), version, new Addresses(provider.url()));
                    documents
                            .computeIfAbsent(version, any -> new ArrayList<>())
                            .add(writer.entity(
                                    EntityKind.DOCUMENT, listed.shell().document()));
                }
            }
            return new Picture(now, frameworks, documents);
        }

        List<ObjectNode> documents(CaseVersion version) {
            return inVersions.getOrDefault(version, List.of());
        }
    }
}
