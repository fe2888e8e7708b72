package org.dualtraining.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The terminal: lines of several speakers, and one progress line that stays last. Where output is not a terminal there
 * are no colours, and progress is a plain line every ten seconds.
 */
public final class Console {

    private static final Map<String, Integer> COLOURS = Map.of("catalog", 36, "plan", 33, "progress", 35);
    private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(10);
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final boolean coloured;
    private @Nullable String task;
    private Instant since = Instant.now();
    private Instant lastPlain = Instant.now();

    private Console(PrintStream out, boolean terminal, boolean coloured) {
        this.out = out;
        this.terminal = terminal;
        this.coloured = coloured;
    }

    public static Console ofScript() {
        boolean terminal = Boolean.getBoolean("pipeline.terminal");
        return new Console(System.out, terminal, terminal && System.getenv("NO_COLOR") == null);
    }

    public static Console plain(PrintStream out) {
        return new Console(out, false, false);
    }

    public synchronized void line(String text) {
        erase();
        out.println(text);
        redraw();
    }

    /** A line of a service's log. */
    public synchronized void line(String speaker, String text) {
        String prefix = String.format("%-8s | ", speaker);
        int colour = COLOURS.getOrDefault(speaker, 37);
        line((coloured ? "\u001b[" + colour + "m" + prefix + "\u001b[0m" : prefix) + text);
    }

    /** Shows what is being waited for, until {@link #done()}. */
    public synchronized void working(String what) {
        if (task == null) {
            since = Instant.now();
            lastPlain = since;
        }
        task = what;
        if (terminal) {
            erase();
            redraw();
        } else {
            out.println(what + " ...");
        }
    }

    /** Called while something is waited for: moves the seconds on. */
    public synchronized void tick() {
        if (task == null) {
            return;
        }
        if (terminal) {
            erase();
            redraw();
        } else if (Duration.between(lastPlain, Instant.now()).compareTo(PLAIN_INTERVAL) >= 0) {
            lastPlain = Instant.now();
            out.println(progress());
        }
        out.flush();
    }

    public synchronized void done() {
        erase();
        task = null;
        out.flush();
    }

    private String progress() {
        return task + " ... " + Duration.between(since, Instant.now()).toSeconds() + " s";
    }

    private void erase() {
        if (terminal && task != null) {
            out.print(ERASE);
        }
    }

    private void redraw() {
        if (terminal && task != null) {
            out.print(progress());
            out.flush();
        }
    }
}
