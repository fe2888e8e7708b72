package org.dualtraining.catalog.competencycsv;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.VersionContent;
import org.dualtraining.catalog.frameworkimport.FrameworkReader;
import org.dualtraining.catalog.frameworkimport.ImportOptions;
import org.dualtraining.catalog.frameworkimport.ImportReport.Note;
import org.dualtraining.catalog.frameworkimport.ReadFramework;
import org.jspecify.annotations.Nullable;

/** Reads a CSV under a media type of its own, and lets a test do something between comparing and storing. */
@ApplicationScoped
class InterruptedReader implements FrameworkReader {

    static final String MEDIA_TYPE = "application/x-interrupted";

    /** What happens meanwhile, once each. */
    static final Queue<Runnable> MEANWHILE = new ConcurrentLinkedQueue<>();

    /** Whether each comparison was made inside a transaction. */
    static final List<Boolean> IN_TRANSACTION = new CopyOnWriteArrayList<>();

    private final CompetencyCsvReader csv;

    @Inject
    InterruptedReader(CompetencyCsvReader csv) {
        this.csv = csv;
    }

    @Override
    public MediaType mediaType() {
        return MediaType.valueOf(MEDIA_TYPE);
    }

    @Override
    public ReadFramework read(byte[] body, ImportOptions options) {
        return new Interrupted(csv.read(body, options));
    }

    private record Interrupted(ReadFramework read) implements ReadFramework {

        @Override
        public UUID frameworkId() {
            return read.frameworkId();
        }

        @Override
        public String key() {
            return read.key();
        }

        @Override
        public String title() {
            return read.title();
        }

        @Override
        public List<Note> notes() {
            return read.notes();
        }

        @Override
        public boolean saysTheSameAs(FrameworkVersion version) {
            return read.saysTheSameAs(version);
        }

        @Override
        public Optional<String> placeOf(UUID competency) {
            return read.placeOf(competency);
        }

        @Override
        public VersionContent content(@Nullable FrameworkVersion latest) {
            VersionContent content = read.content(latest);
            IN_TRANSACTION.add(QuarkusTransaction.isActive());
            Runnable next = MEANWHILE.poll();
            if (next != null) {
                next.run();
            }
            return content;
        }

        @Override
        public void keepSource() {
            read.keepSource();
        }
    }
}
