package org.dualtraining.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventContractTest {

    @TempDir
    private Path directory;

    private EventContract contract;

    @BeforeEach
    void write() throws IOException {
        contract = EventContract.in(Files.writeString(directory.resolve("sample.v1.schema.json"), """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                 "required": ["planId"], "properties": {
                   "planId": {"type": "string", "format": "uuid"},
                   "completedOn": {"type": "string", "format": "date"}}}
                """));
    }

    @Test
    void data_that_keeps_the_promise_has_no_violation() {
        contract.requireKeptBy(
                "{\"planId\":\"0191b6a0-0000-7000-8000-000000000001\",\"completedOn\":\"2026-05-15\",\"more\":1}");
    }

    @Test
    void a_missing_member_and_a_wrong_format_are_violations() {
        assertThat(contract.violations("{\"completedOn\":\"15.5.2026\"}"))
                .hasSize(2)
                .anyMatch(violation -> violation.contains("planId"))
                .anyMatch(violation -> violation.contains("/completedOn"));
        assertThatThrownBy(() -> contract.requireKeptBy("{}")).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_type_without_a_contract_is_refused() {
        assertThatThrownBy(() -> EventContract.of("org.dualtraining.no-such-thing.v1"))
                .hasMessageContaining("does not exist");
    }

    @Test
    void every_example_keeps_the_promise_of_its_type() throws IOException {
        try (Stream<Path> examples = Files.list(EventContract.contracts().resolve("events/examples"))) {
            List<String> names =
                    examples.map(example -> example.getFileName().toString()).toList();

            assertThat(names).isNotEmpty();
            for (String name : names) {
                String type = name.substring(0, name.indexOf(".v1") + ".v1".length());
                assertThat(EventContract.of("org.dualtraining." + type).violations(EventContract.example(name)))
                        .as(name)
                        .isEmpty();
            }
        }
    }
}
