package org.dualtraining.catalog.frameworkimport;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.catalog.framework.FrameworkVersion;
import org.dualtraining.catalog.framework.VersionContent;
import org.dualtraining.catalog.frameworkimport.ImportReport.Note;
import org.jspecify.annotations.Nullable;

/**
 * A framework as a file has it, before it is compared with what the catalog has. All but {@link #keepSource} is asked
 * outside a transaction, and again when the latest version is another one by then.
 */
public interface ReadFramework {

    /** The same for every revision of the framework. */
    UUID frameworkId();

    /** Where lists have it; unique. */
    String key();

    String title();

    /** What the reader evened out, and what an agency should know; in the order of the file. */
    List<Note> notes();

    /** Whether the version says all that the file says. */
    boolean saysTheSameAs(FrameworkVersion version);

    /** The draft that the file makes of the latest version, or of nothing. */
    VersionContent content(@Nullable FrameworkVersion latest);

    /** Where the file names a competency of its draft: a JSON pointer; empty when it does not name it itself. */
    Optional<String> placeOf(UUID competency);

    /** What the format tells of a revision beyond competencies; absent when there is nothing. */
    default @Nullable Object formatDiff(@Nullable FrameworkVersion latest) {
        return null;
    }

    /** Keeps what the catalog has no place for, so that it can be given out again; in the transaction of the import. */
    void keepSource();
}
