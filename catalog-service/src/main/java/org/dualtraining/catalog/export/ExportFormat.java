package org.dualtraining.catalog.export;

import jakarta.ws.rs.core.StreamingOutput;
import org.dualtraining.catalog.framework.FrameworkVersion;

/** One format in which a version can be exported. A new format is a new bean of this type and no other edit. */
public interface ExportFormat {

    /** The value of the query parameter {@code format}: "case-1.1". */
    String name();

    String mediaType();

    /** What a file of this format ends with, without the dot: "json". */
    String fileExtension();

    /** Goes up when an unchanged version is written differently than before, so that no client keeps the old bytes. */
    int edition();

    /** The version in this format. */
    StreamingOutput of(FrameworkVersion version);
}
