package org.dualtraining.kit.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends the reading of a body in chunks, which does not say how large it is, at the limit of its path. Of callers only: what
 * another service answers has no path here, and no caller when it is asked in the background.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class CountedBody implements ReaderInterceptor {

    private final BodyLimit limit;
    private final RoutingContext request;

    @Inject
    CountedBody(BodyLimit limit, RoutingContext request) {
        this.limit = limit;
        this.request = request;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Counting(context.getInputStream(), limit.limitOf(request.normalizedPath())));
        return context.proceed();
    }

    private static final class Counting extends FilterInputStream {

        private final long most;
        private long count;

        Counting(InputStream body, long most) {
            super(body);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            count += read;
            if (count > most) {
                throw new TooLarge(most);
            }
        }
    }
}
