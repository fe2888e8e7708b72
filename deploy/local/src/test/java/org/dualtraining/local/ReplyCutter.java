package org.dualtraining.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Stands between a caller and a service, lets the request through and keeps the reply. */
final class ReplyCutter implements AutoCloseable {

    private final ServerSocket door;
    private final Socket service;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private volatile @Nullable Socket caller;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    ReplyCutter(int port) {
        try {
            door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            service = new Socket(InetAddress.getLoopbackAddress(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(() -> {
            try (Socket accepted = door.accept()) {
                caller = accepted;
                threads.execute(this::keepReply);
                pass(accepted.getInputStream(), service.getOutputStream());
            } catch (IOException e) {
                // the caller, or the service, is gone: as intended
            }
        });
    }

    private static void pass(InputStream from, OutputStream to) throws IOException {
        byte[] bytes = new byte[8192];
        for (int read = from.read(bytes); read > 0; read = from.read(bytes)) {
            to.write(bytes, 0, read);
            to.flush();
        }
    }

    private void keepReply() {
        try {
            pass(service.getInputStream(), new OutputStream() {
                @Override
                public void write(int one) {
                    write(new byte[] {(byte) one}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int from, int length) {
                    synchronized (kept) {
                        kept.write(bytes, from, length);
                    }
                }
            });
        } catch (IOException e) {
            // the service was killed: as intended
        }
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** What of the reply has come so far, its head included. */
    String reply() {
        synchronized (kept) {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }

    /** Lets go of the caller, who has seen nothing. */
    @Override
    public void close() {
        try (door;
                service;
                Socket waiting = caller) {
            threads.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
