package org.dualtraining.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dualtraining.bench.figure.Figure;

/** The table of figures: for the terminal, and kept as Markdown and JSON. */
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final Instant begun;

    Report(Path directory, Instant begun) {
        this.directory = directory;
        this.begun = begun;
    }

    static String line(Figure figure) {
        return String.format(
                Locale.ROOT,
                "%-4s ours %,.1f, baseline %,.1f %s: ratio %.2f, goal %s, %s",
                figure.name(),
                figure.ours(),
                figure.baseline(),
                figure.unit(),
                figure.ratio(),
                figure.goal(),
                figure.isMet() ? "met" : "not met");
    }

    List<String> lines(List<Figure> figures) {
        List<String> lines = new ArrayList<>(List.of(
                "",
                machine(),
                "",
                "| figure | what | unit | ours | baseline | ratio | goal | met |",
                "|---|---|---|---|---|---|---|---|"));
        for (Figure figure : figures) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %,.1f | %,.1f | %.2f | %s | %s |",
                    figure.name(),
                    figure.what(),
                    figure.unit(),
                    figure.ours(),
                    figure.baseline(),
                    figure.ratio(),
                    figure.goal(),
                    figure.isMet() ? "yes" : "no"));
        }
        lines.add("");
        for (Figure figure : figures) {
            figure.notes().forEach(note -> lines.add("- " + figure.name() + ": " + note));
        }
        lines.add("");
        lines.add("Kept in " + file("md") + " and " + file("json"));
        return lines;
    }

    void write(List<Figure> figures) {
        ObjectNode root = JSON.createObjectNode().put("begun", begun.toString()).put("machine", machine());
        ArrayNode list = root.putArray("figures");
        for (Figure figure : figures) {
            ObjectNode entry = list.addObject()
                    .put("figure", figure.name())
                    .put("what", figure.what())
                    .put("unit", figure.unit())
                    .put("ours", figure.ours())
                    .put("baseline", figure.baseline())
                    .put("ratio", figure.ratio())
                    .put("goal", figure.goal().toString())
                    .put("met", figure.isMet());
            figure.notes().forEach(entry.putArray("notes")::add);
        }
        try {
            Files.createDirectories(directory);
            Files.writeString(file("md"), "# Figures of " + begun + "\n" + String.join("\n", lines(figures)) + "\n");
            JSON.writerWithDefaultPrettyPrinter().writeValue(file("json").toFile(), root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String kind) {
        return directory.resolve("figures-" + NAME.format(begun) + "." + kind);
    }

    /** Figures of another machine are another matter; only ratios travel. */
    private static String machine() {
        long memory =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                        ? os.getTotalMemorySize()
                        : 0;
        return String.format(
                Locale.ROOT,
                "Machine: %d processors, %.0f GiB of memory, %s %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                memory / (double) (1 << 30),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
    }
}
