package org.dualtraining.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the running launcher tells the other commands. Whether one runs is told by a lock on a file, which the system
 * releases however the launcher ends.
 */
public final class RunState implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Home home;
    private final FileChannel lock;

    private RunState(Home home, FileChannel lock) {
        this.home = home;
        this.lock = lock;
    }

    /** What stands in the file. */
    public record Content(Ports ports, boolean ready) {}

    /** Becomes the one launcher of this home; empty when another one runs. */
    public static Optional<RunState> acquire(Home home) {
        try {
            FileChannel channel = FileChannel.open(
                    home.run().resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            new PidFile(pidFile(home)).write(ProcessHandle.current());
            return Optional.of(new RunState(home, channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public static Path pidFile(Home home) {
        return home.run().resolve("launcher.pid");
    }

    /** The running launcher, if there is one. */
    public static Optional<ProcessHandle> launcher(Home home) {
        return new PidFile(pidFile(home)).process();
    }

    public void write(Ports ports, boolean ready) {
        try {
            Path draft = home.run().resolve("state.json.draft");
            Files.writeString(draft, JSON.writeValueAsString(new Content(ports, ready)));
            Files.move(draft, file(home), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Optional<Content> read(Home home) {
        if (launcher(home).isEmpty() || !Files.exists(file(home))) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file(home)), Content.class));
        } catch (JsonProcessingException e) {
            throw new LauncherFailure(file(home) + " cannot be read; './pipeline down' cleans up.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the running launcher says, when it is ready; otherwise the reason in words. */
    public static Content requireReady(Home home) {
        Content content = read(home)
                .orElseThrow(() -> new LauncherFailure("Nothing is running here. Start it with './pipeline up'."));
        if (!content.ready()) {
            throw new LauncherFailure("It is still starting. './pipeline status' shows how far it is.");
        }
        return content;
    }

    private static Path file(Home home) {
        return home.run().resolve("state.json");
    }

    @Override
    public void close() {
        try (lock) {
            Files.deleteIfExists(file(home));
            new PidFile(pidFile(home)).delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
