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
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dualtraining.catalog.caseexchange.CaseProjections;
import org.dualtraining.catalog.casepackage.Addresses;
import org.dualtraining.catalog.casepackage.CasePackage;
import org.dualtraining.catalog.casepackage.CaseVersion;
import org.dualtraining.catalog.casepackage.PackageWriter;
import org.dualtraining.catalog.export.MakeExport;
import org.dualtraining.catalog.export.ProviderConfig;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.FrameworkVersions;
import org.dualtraining.catalog.identity.Sha256;

/**
 * Whole packages as bytes, made by one request while the others that want the same wait for it. Those of common size are
 * kept; the few that are very large are made in the turn of exports and imports, into a file that is shared by all who
 * read it at the time.
 */
@ApplicationScoped
class CasePackages {

    private static final long MOST_BYTES = 24L << 20;
    private static final long LARGE = 4L << 20;

    private final Cache<Key, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, byte[] body) -> body.length)
            .build();

    /** Nobody knows who reads last, nor whether somebody who asked ever reads: the file ends when nothing refers to it. */
    private final Cache<Key, FileChannel> large =
            Caffeine.newBuilder().weakValues().build();

    private final MakeExport makeExport;
    private final CaseTables tables;
    private final CaseProjections projections;
    private final FrameworkVersions versions;
    private final ProviderConfig provider;

    @Inject
    CasePackages(
            MakeExport makeExport,
            CaseTables tables,
            CaseProjections projections,
            FrameworkVersions versions,
            ProviderConfig provider) {
        this.makeExport = makeExport;
        this.tables = tables;
        this.projections = projections;
        this.versions = versions;
        this.provider = provider;
    }

    /** Differs wherever the bytes do: addresses begin with the provider's, and own packages name it. */
    static EntityTag tag(CaseVersion version, long revision, ProviderConfig provider) {
        String by = Sha256.of((provider.url() + "\n" + provider.name()).getBytes(StandardCharsets.UTF_8));
        return new EntityTag(version.path() + "." + CaseTables.EDITION + "." + revision + "." + by.substring(0, 12));
    }

    StreamingOutput of(CaseVersion version, CaseDocuments.Listed listed) {
        Key wanted = new Key(listed.id(), version, listed.revision());
        if (listed.characters() > LARGE) {
            FileChannel file = large.get(wanted, key -> makeExport.handle(out -> write(version, listed, out)));
            return out -> copy(file, out);
        }
        byte[] body = kept.get(wanted, key -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(version, listed, bytes);
            return bytes.toByteArray();
        });
        return out -> out.write(body);
    }

    /** By position, as others read the same channel. */
    private static void copy(FileChannel file, OutputStream out) throws IOException {
        WritableByteChannel to = Channels.newChannel(out);
        for (long at = 0; at < file.size(); ) {
            at += file.transferTo(at, file.size() - at, to);
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
            throw CaseFailure.changedMeanwhile();
        }
        return file;
    }

    private record Key(UUID framework, CaseVersion version, long revision) {}
}
