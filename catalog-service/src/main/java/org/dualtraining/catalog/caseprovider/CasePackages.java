package org.dualtraining.catalog.caseprovider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dualtraining.catalog.caseexchange.CaseProjections;
import org.dualtraining.catalog.casepackage.Addresses;
import org.dualtraining.catalog.casepackage.CasePackage;
import org.dualtraining.catalog.casepackage.CaseVersion;
import org.dualtraining.catalog.casepackage.PackageWriter;
import org.dualtraining.catalog.export.ProviderConfig;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.FrameworkVersions;

/**
 * Whole packages as bytes. Those of common size are kept, and made by one request while the others wait for it; the few
 * that are very large are written while they are made, one at a time, so that the heap stays flat.
 */
@ApplicationScoped
class CasePackages {

    private static final long MOST_BYTES = 24L << 20;
    private static final long LARGE = 4L << 20;
    private static final int LONGEST_WAIT_SECONDS = 10;

    private final Cache<Key, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, byte[] body) -> body.length)
            .build();
    private final Semaphore large = new Semaphore(1, true);
    private final CaseTables tables;
    private final CaseProjections projections;
    private final FrameworkVersions versions;
    private final ProviderConfig provider;

    @Inject
    CasePackages(CaseTables tables, CaseProjections projections, FrameworkVersions versions, ProviderConfig provider) {
        this.tables = tables;
        this.projections = projections;
        this.versions = versions;
        this.provider = provider;
    }

    EntityTag tag(CaseVersion version, CaseDocuments.Listed listed) {
        return new EntityTag(version.path() + "." + CaseTables.EDITION + "." + listed.revision() + "."
                + Integer.toHexString(provider.url().hashCode()));
    }

    StreamingOutput of(CaseVersion version, CaseDocuments.Listed listed) {
        if (listed.characters() > LARGE) {
            return out -> one(() -> write(version, listed, out));
        }
        byte[] body = kept.get(new Key(listed.id(), version, listed.revision()), key -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(version, listed, bytes);
            return bytes.toByteArray();
        });
        return out -> out.write(body);
    }

    private void one(Runnable work) {
        try {
            if (!large.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw CaseFailure.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CaseFailure.busy();
        }
        try {
            work.run();
        } finally {
            large.release();
        }
    }

    private void write(CaseVersion version, CaseDocuments.Listed listed, OutputStream out) {
        try {
            PackageWriter.forProvider(file(listed), version, new Addresses(provider.url()))
                    .write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was listed, and nothing newer: bytes and their tag belong together. */
    private CasePackage file(CaseDocuments.Listed listed) {
        FrameworkVersion current =
                versions.find(listed.id(), listed.number()).orElseThrow(() -> CaseFailure.unknown("CFPackage"));
        CasePackage file = projections.of(current).file().with(listed.shell().document());
        boolean isStillListed = tables.find(listed.id())
                .filter(row -> row.revision() == listed.revision())
                .isPresent();
        if (!isStillListed) {
            throw CaseFailure.busy();
        }
        return file;
    }

    private record Key(UUID framework, CaseVersion version, long revision) {}
}
