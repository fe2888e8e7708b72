package org.dualtraining.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dualtraining.local.Console;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * A small run, so that the bench cannot rot. What it measures in so short a time says nothing; the figures that take longest
 * are left to {@code -Dbench.figures=P1b,P4,P6}.
 */
class BenchIT {

    private static final String FIGURES = System.getProperty("bench.figures", "P1,P3,P5");
    private static final Path OWN = Path.of("target", "bench").toAbsolutePath();

    @Test
    void prints_and_keeps_each_figure_with_its_baseline() throws Exception {
        BenchCommand command = new BenchCommand();
        new CommandLine(command).parseArgs("--quick", "--figures", FIGURES);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        int exit = command.run(
                Path.of(System.getProperty("pipeline.repository", "../.."))
                        .toAbsolutePath()
                        .normalize(),
                OWN,
                Console.plain(new PrintStream(printed, true, StandardCharsets.UTF_8)));

        String text = printed.toString(StandardCharsets.UTF_8);
        System.out.println(text);
        assertThat(exit).isZero();
        for (String figure : FIGURES.replace("P4", "P4a,P4b,P4c").split(",")) {
            assertThat(text)
                    .containsPattern("\\| " + figure + " \\|[^|]+\\|[^|]+\\| [0-9,.]+ \\| [0-9,.]+ \\| [0-9,.]+ \\|");
        }
        assertThat(text).contains("Machine: ").doesNotContain("NaN", "Infinity");
        assertThat(kept()).anyMatch(file -> file.endsWith(".md")).anyMatch(file -> file.endsWith(".json"));
    }

    private static List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(OWN)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
