package org.dualtraining.testkit;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The promise about one event type: its JSON Schema in contracts/events. */
public final class EventContract {

    private static final String PREFIX = "org.dualtraining.";
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Path file;
    private final Schema schema;

    private EventContract(Path file, Schema schema) {
        this.file = file;
        this.schema = schema;
    }

    /**
     * The contract of an event type.
     *
     * @param type as in the header {@code ce_type}: "org.dualtraining.competency-completed.v1"
     */
    public static EventContract of(String type) {
        if (!type.startsWith(PREFIX)) {
            throw new IllegalArgumentException("An event type begins with " + PREFIX + ", not: " + type);
        }
        Path file = contracts().resolve("events").resolve(type.substring(PREFIX.length()) + ".schema.json");
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("No contract for " + type + ": " + file + " does not exist");
        }
        return in(file);
    }

    static EventContract in(Path file) {
        return new EventContract(file, REGISTRY.getSchema(read(file), InputFormat.JSON));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder "contracts", from this module upwards. */
    public static Path contracts() {
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            Path contracts = folder.resolve("contracts");
            if (Files.isDirectory(contracts.resolve("events"))) {
                return contracts;
            }
        }
        throw new IllegalStateException("No folder contracts/events at or above " + start);
    }

    /** What is wrong with the data, in words; empty when it keeps the promise. */
    public List<String> violations(String dataJson) {
        return schema
                .validate(
                        dataJson,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(EventContract::inWords)
                .toList();
    }

    private static String inWords(Error error) {
        return error.getInstanceLocation() + " " + error.getMessage();
    }

    public void requireKeptBy(String dataJson) {
        List<String> violations = violations(dataJson);
        if (!violations.isEmpty()) {
            throw new AssertionError(
                    file.getFileName() + " is broken by " + dataJson + ":\n" + String.join("\n", violations));
        }
    }

    /** The text of an example in contracts/events/examples, which both sides' contract tests read. */
    public static String example(String fileName) {
        return read(contracts().resolve("events/examples").resolve(fileName));
    }
}
