package org.dualtraining.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where PostgreSQL's programs are unpacked. The library's default is one world-writable directory in /tmp for all users
 * of the machine: another user's files break the start, or run under this user's name.
 */
final class Binaries {

    private static final String PROPERTY = "ot.epg.working-dir";

    private Binaries() {}

    static void useDirectoryOfThisUser() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, privateDirectory().resolve("postgres").toString());
        }
    }

    private static Path privateDirectory() {
        Path home = Path.of(System.getProperty("user.home"));
        Path parent = Files.isWritable(home) ? home.resolve(".cache") : Path.of(System.getProperty("java.io.tmpdir"));
        Path directory = parent.resolve("dual-training-" + System.getProperty("user.name"));
        try {
            Files.createDirectories(directory);
            return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's programs cannot be unpacked to " + directory, e);
        }
    }
}
