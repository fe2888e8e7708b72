package org.dualtraining.catalog.export;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/** Sends what a format wrote, whatever its media type: a bare stream would be described as JSON instead. */
@Provider
@Produces(MediaType.WILDCARD)
public class ExportWriter implements MessageBodyWriter<ExportWriter.Exported> {

    /** A body, to be sent once. */
    public record Exported(FileChannel content) {}

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Exported.class;
    }

    @Override
    public void writeTo(
            Exported exported,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        try (InputStream content = Channels.newInputStream(exported.content())) {
            content.transferTo(out);
        }
    }
}
