package org.dualtraining.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Where a server keeps data and log: a directory kept between starts, or a temporary one. Locked while it is in use. */
final class ServerDirectory implements AutoCloseable {

    private final Path path;
    private final boolean temporary;
    private final FileChannel channel;

    private ServerDirectory(Path path, boolean temporary, FileChannel channel) {
        this.path = path;
        this.temporary = temporary;
        this.channel = channel;
    }

    static ServerDirectory open(@Nullable Path kept, String server) {
        try {
            Path path = kept == null
                    ? Files.createTempDirectory("dual-training-" + server + "-")
                    : Files.createDirectories(kept.toAbsolutePath());
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            return new ServerDirectory(path, kept == null, locked(path, server));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel locked(Path path, String server) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IllegalStateException("Another process runs a " + server + " on " + path + ".");
        }
        return channel;
    }

    Path path() {
        return path;
    }

    Path data() {
        return path.resolve("data");
    }

    Path log() {
        return path.resolve("server.log");
    }

    /** What is to be deleted when this JVM dies; nothing when the data is kept. */
    @Nullable
    Path removedAfterwards() {
        return temporary ? path : null;
    }

    /** Releases the lock and deletes a temporary directory. */
    @Override
    public void close() {
        try {
            channel.close();
            if (temporary) {
                deleteAll(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAll(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
