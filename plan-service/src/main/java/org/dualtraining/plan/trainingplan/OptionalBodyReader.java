package org.dualtraining.plan.trainingplan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Reads a body that may be left out: then it does not matter which Content-Type a client's library sends, if any. */
@Provider
@Consumes(MediaType.WILDCARD)
public class OptionalBodyReader implements MessageBodyReader<OptionalBody> {

    private final ObjectMapper json;

    @Inject
    OptionalBodyReader(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return OptionalBody.class.isAssignableFrom(type);
    }

    @Override
    public @Nullable OptionalBody readFrom(
            Class<OptionalBody> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readAllBytes();
        if (bytes.length == 0) {
            return null;
        }
        if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(mediaType)) {
            throw new NotSupportedException();
        }
        try {
            return json.readValue(bytes, type);
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, 400);
        }
    }
}
