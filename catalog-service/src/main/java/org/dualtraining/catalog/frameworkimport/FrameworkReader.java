package org.dualtraining.catalog.frameworkimport;

import jakarta.ws.rs.core.MediaType;

/** Reads one exchange format; found by its media type. */
public interface FrameworkReader {

    MediaType mediaType();

    /**
     * @throws org.dualtraining.kit.problem.Refusal with every problem of the file, by its place, when it cannot be taken in
     */
    ReadFramework read(byte[] body, ImportOptions options);
}
