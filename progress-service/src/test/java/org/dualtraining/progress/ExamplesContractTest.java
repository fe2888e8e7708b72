package org.dualtraining.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dualtraining.progress.credit.CreditFact;
import org.dualtraining.progress.eligibility.RuleVersion;
import org.dualtraining.progress.event.CloudEvent;
import org.dualtraining.progress.event.CloudEventReader;
import org.dualtraining.progress.plan.PlanSnapshot;
import org.dualtraining.testkit.EventContract;
import org.junit.jupiter.api.Test;

/** This consumer can read every example that the producers promise. */
class ExamplesContractTest {

    private record Reading(String source, String key, Consumer<CloudEvent> read) {}

    private static final Reading COMPETENCY =
            new Reading("/plan-service", "01980000-0000-7000-8000-000000000003", CreditFact::from);

    private static final Map<String, Reading> CONSUMED = Map.of(
            Facts.COMPLETED, COMPETENCY,
            Facts.CORRECTED, COMPETENCY,
            Facts.REVOKED, COMPETENCY,
            Facts.PLAN, new Reading("/plan-service", "01980000-0000-7000-8000-000000000001", PlanSnapshot::from),
            Facts.RULE, new Reading("/catalog-service", "7b2e3f40-5c6d-5e7f-9081-92a3b4c5d6e7", RuleVersion::from));

    @Test
    void every_example_of_a_consumed_event_can_be_read() throws IOException {
        List<String> read = new ArrayList<>();
        for (Path example : examples()) {
            String type = "org.dualtraining." + example.getFileName().toString().replaceAll("(\\.v\\d+)\\..*", "$1");
            Reading reading = CONSUMED.get(type);
            if (reading == null) {
                continue;
            }
            ConsumerRecord<byte[], byte[]> received = new ConsumerRecord<>(
                    "any", 0, 0, reading.key().getBytes(StandardCharsets.UTF_8), Files.readAllBytes(example));
            Map.of("ce_specversion", "1.0", "ce_id", reading.key(), "ce_source", reading.source(), "ce_type", type)
                    .forEach((name, value) -> received.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            reading.read().accept(CloudEventReader.read(received, reading.source()));
            read.add(type);
        }
        assertThat(read).containsAll(CONSUMED.keySet());
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EventContract.contracts().resolve("events/examples"))) {
            return files.toList();
        }
    }
}
