package org.dualtraining.catalog.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dualtraining.catalog.upload.Uploads;

/**
 * Makes one large answer after another, since each is several times its size in the heap. It goes to a file first, so that
 * who reads slowly holds up nobody, and what cannot be written is refused before a byte flows.
 */
@ApplicationScoped
public class MakeExport {

    private final Uploads uploads;

    @Inject
    MakeExport(Uploads uploads) {
        this.uploads = uploads;
    }

    /** The content in a file that ends with the channel, closed or forgotten. */
    public FileChannel handle(StreamingOutput content) {
        return uploads.inTurn(() -> {
            try {
                return written(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static FileChannel written(StreamingOutput content) throws IOException {
        FileChannel file = namelessFile();
        try {
            OutputStream out = new Open(Channels.newOutputStream(file));
            content.write(out);
            out.flush();
            return file.position(0);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Loses its name at once, so that nothing stays behind however the service ends. */
    private static FileChannel namelessFile() throws IOException {
        Path path = Files.createTempFile("export", null);
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Stays open when a format closes it: the file is to be read yet. */
    private static final class Open extends BufferedOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
