package org.dualtraining.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords of this installation: made at the first start, kept in a file that only this user reads. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Properties passwords;

    private Secrets(Properties passwords) {
        this.passwords = passwords;
    }

    static Secrets keptIn(Path directory) {
        Path file = directory.resolve("passwords.properties");
        try {
            if (!Files.exists(file)) {
                write(file, made());
            }
            Properties found = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                found.load(reader);
            }
            return new Secrets(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties made() {
        Properties made = new Properties();
        made.setProperty("superuser", random());
        for (Service service : Service.values()) {
            made.setProperty(service.label() + "_owner", random());
            made.setProperty(service.label() + "_app", random());
        }
        return made;
    }

    private static void write(Path file, Properties passwords) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(file)) {
            passwords.store(writer, "of the local PostgreSQL, made at the first start");
        }
    }

    private static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String superuser() {
        return password("superuser");
    }

    String owner(Service service) {
        return password(service.label() + "_owner");
    }

    String app(Service service) {
        return password(service.label() + "_app");
    }

    private String password(String role) {
        String password = passwords.getProperty(role);
        if (password == null) {
            throw new LauncherFailure("The file of passwords lacks " + role + "; './pipeline up --fresh' begins anew.");
        }
        return password;
    }
}
