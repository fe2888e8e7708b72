package org.dualtraining.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a main class of the tests in a JVM of its own, to be killed. It prints the pid of the server that it started. */
final class ChildJvm {

    private ChildJvm() {}

    static Process run(Class<?> main, String argument) throws IOException {
        Path classPath = Files.createTempFile("class-path", ".arguments");
        classPath.toFile().deleteOnExit();
        Files.writeString(classPath, "-cp \"" + System.getProperty("java.class.path") + "\"\n");
        return new ProcessBuilder(
                        List.of(Processes.java(), "-XX:+UseSerialGC", "@" + classPath, main.getName(), argument))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The first line that begins with "pid ". */
    static ProcessHandle pidFrom(Process jvm) throws IOException {
        BufferedReader lines = jvm.inputReader();
        String line = lines.readLine();
        while (line != null && !line.startsWith("pid ")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The child ended without a pid");
        }
        return ProcessHandle.of(Long.parseLong(line.substring(4))).orElseThrow();
    }
}
