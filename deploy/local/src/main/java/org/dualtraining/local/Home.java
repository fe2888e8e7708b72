package org.dualtraining.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The two directories: the repository with the packaged services, and the launcher's own with data, keys and logs, which
 * is for this user only.
 */
public record Home(Path repository, Path own) {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** As the script says: it passes both. */
    public static Home ofScript() {
        String repository = System.getProperty("pipeline.repository");
        String own = System.getProperty("pipeline.home");
        if (repository == null || own == null) {
            throw new LauncherFailure("Start the launcher with the script ./pipeline in the repository.");
        }
        return new Home(Path.of(repository).toAbsolutePath(), Path.of(own).toAbsolutePath());
    }

    /** Makes the own directory, or says why it cannot be used. */
    public Home prepare() {
        try {
            for (Path directory : new Path[] {own, data(), logs(), run(), secrets()}) {
                if (!Files.isDirectory(directory)) {
                    Files.createDirectories(directory, OWNER_ONLY);
                }
            }
            return this;
        } catch (IOException e) {
            throw new LauncherFailure(
                    own + " cannot be used (" + e + ").\n"
                            + "It may belong to another user: choose another directory with PIPELINE_HOME=<directory>.",
                    e);
        }
    }

    public Path data() {
        return own.resolve("data");
    }

    public Path postgres() {
        return data().resolve("postgres");
    }

    public Path kafka() {
        return data().resolve("kafka");
    }

    public Path secrets() {
        return own.resolve("secrets");
    }

    public Path run() {
        return own.resolve("run");
    }

    public Path logs() {
        return own.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public void deleteData() {
        try {
            if (Files.exists(data())) {
                Files.walkFileTree(data(), new Deleting());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
