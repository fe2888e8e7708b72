package org.dualtraining.plan.completionstream;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body that tells how much of it has arrived. The HTTP layer says that all is available while nothing has arrived of a
 * body that announced its length.
 */
final class ArrivingBody extends FilterInputStream {

    private final String announced;

    ArrivingBody(InputStream body, HttpServerRequest request) {
        super(body);
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        this.announced = length == null ? "" : length;
    }

    @Override
    public int available() throws IOException {
        int available = super.available();
        return announced.equals(Integer.toString(available)) || available == Integer.MAX_VALUE ? 0 : available;
    }
}
