package org.dualtraining.progress.stream;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.ws.rs.sse.SseEventSink;

/** The way to one reader. Everything but {@link #run} happens on the reader's own event loop. */
final class Outlet {

    /** Of HTTP/2: the stream is not needed any more. */
    private static final long CANCEL = 8;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final SseEventSink sink;
    private final Context context;

    Outlet(HttpServerRequest request, SseEventSink sink, Context context) {
        this.request = request;
        this.response = request.response();
        this.sink = sink;
        this.context = context;
    }

    /** From any thread. */
    void run(Runnable work) {
        context.runOnContext(nothing -> work.run());
    }

    boolean isClosed() {
        return response.closed() || response.ended();
    }

    /** @return completed when the network has taken all of it */
    Future<Void> write(Buffer events) {
        return response.write(events);
    }

    void end() {
        sink.close();
    }

    /** An ordinary close waits until all is written, which is what a stalled reader prevents. */
    void cutOff() {
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset(CANCEL);
        } else {
            ((ConnectionBase) request.connection()).channelHandlerContext().close();
        }
    }
}
