package org.dualtraining.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stops a process when this JVM is gone, however it went. A shutdown hook does not run on {@code kill -9}, and a database
 * server that outlives its test or its launcher holds a port and 100 MB; so a small shell waits at the other end of a
 * pipe, and the pipe closes with this JVM.
 */
public final class LastWill implements AutoCloseable {

    /** Waits at most 30 s for a soft stop, then kills. Ctrl-C reaches the whole process group and is not for the shell. */
    private static final String SCRIPT = """
            trap '' INT HUP TERM
            read -r word
            [ "$word" = done ] && exit 0
            kill -"$1" "$2" 2>/dev/null
            i=0
            while kill -0 "$2" 2>/dev/null && [ $i -lt 300 ]; do sleep 0.1; i=$((i+1)); done
            kill -9 "$2" 2>/dev/null
            [ -n "$3" ] && rm -rf "$3"
            exit 0
            """;

    private final Process shell;

    private LastWill(Process shell) {
        this.shell = shell;
    }

    /**
     * Watches over a process until {@link #close()}.
     *
     * @param signal the soft stop: INT for a PostgreSQL that shall not wait for its clients, TERM for a JVM
     * @param removed a temporary directory to delete afterwards
     */
    public static LastWill over(long pid, String signal, @Nullable Path removed) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "last-will", signal, Long.toString(pid)));
        command.add(removed == null ? "" : removed.toAbsolutePath().toString());
        return new LastWill(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** The process was stopped in the ordinary way: nothing is left to do. */
    @Override
    public void close() {
        try (OutputStream pipe = shell.getOutputStream()) {
            pipe.write("done\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            shell.destroyForcibly();
        }
    }
}
