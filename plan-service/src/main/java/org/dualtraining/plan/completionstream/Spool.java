package org.dualtraining.plan.completionstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes that wait on disk, in a file that is gone when it is closed. Starts over at its beginning whenever it is empty. */
final class Spool implements AutoCloseable {

    private final FileChannel file;
    private long taken;
    private long put;

    private Spool(FileChannel file) {
        this.file = file;
    }

    static Spool open() {
        try {
            Path path = Files.createTempFile("receipts", null);
            return new Spool(FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new UncheckedIOException("receipts cannot be kept in the temporary directory", e);
        }
    }

    boolean isEmpty() {
        return taken == put;
    }

    /** How many bytes wait. */
    long size() {
        return put - taken;
    }

    void put(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            put += file.write(rest, put);
        }
    }

    byte[] take(int most) throws IOException {
        byte[] bytes = new byte[(int) Math.min(most, put - taken)];
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            taken += file.read(rest, taken);
        }
        if (isEmpty()) {
            file.truncate(0);
            taken = 0;
            put = 0;
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
