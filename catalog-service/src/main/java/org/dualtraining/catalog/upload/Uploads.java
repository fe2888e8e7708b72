package org.dualtraining.catalog.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Large files are read whole, and what is made of one is several times its size: few are held at a time, and one is worked
 * on. Those that wait have not been read yet; the connection holds them back.
 */
@ApplicationScoped
public class Uploads {

    public static final int MOST_BYTES = 16 << 20;

    private static final int LONGEST_WAIT_SECONDS = 20;

    /** So that a slow sender does not hold up the others. */
    private static final int HELD_AT_A_TIME = 2;

    private final Semaphore places = new Semaphore(HELD_AT_A_TIME, true);
    private final Semaphore turn = new Semaphore(1, true);

    /** What the work makes of the body's bytes, once it is its turn. */
    public <T> T read(InputStream body, Function<byte[], T> work) {
        return holding(places, () -> {
            byte[] bytes = bytes(body);
            return inTurn(() -> work.apply(bytes));
        });
    }

    /** What the work makes of something large that is stored here, once it is its turn. It must wait for no caller. */
    public <T> T inTurn(Supplier<T> work) {
        return holding(turn, work);
    }

    private static <T> T holding(Semaphore semaphore, Supplier<T> work) {
        try {
            if (!semaphore.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManyUploads();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyUploads();
        }
        try {
            return work.get();
        } finally {
            semaphore.release();
        }
    }

    /** Counts for itself: a body in chunks does not say how long it is. */
    private static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new BodyTooLarge(MOST_BYTES);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
