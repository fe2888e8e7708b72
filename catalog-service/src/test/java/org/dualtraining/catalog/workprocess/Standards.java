package org.dualtraining.catalog.workprocess;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.dualtraining.catalog.rendition.Renditions;

/** Standards as they are published, and how they are read. */
public final class Standards {

    private Standards() {}

    public static byte[] bytes(String name) {
        try (InputStream file = Standards.class.getResourceAsStream("/standards/" + name)) {
            if (file == null) {
                throw new IllegalStateException("no such file");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WorkProcessDocument read(byte[] bytes, String mediaType) {
        return WorkProcessReader.read(Renditions.read(bytes, mediaType));
    }

    static WorkProcessDocument readText(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), "text/plain");
    }
}
