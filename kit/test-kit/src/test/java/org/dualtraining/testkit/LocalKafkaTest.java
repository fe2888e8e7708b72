package org.dualtraining.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    @Test
    void a_record_survives_a_restart_and_can_be_sent_again_byte_for_byte(@TempDir Path directory) {
        try (LocalKafka first = LocalKafka.start(directory, 0)) {
            first.createTopics();
            try (TopicClient client = new TopicClient(first.bootstrapServers())) {
                client.send(Topics.COMPETENCY_COMPLETED, "apprentice-1", Map.of("ce_id", "e1"), "{}");
            }
        }
        try (LocalKafka second = LocalKafka.start(directory, 0);
                TopicClient client = new TopicClient(second.bootstrapServers())) {
            second.createTopics();
            client.sendAgain(client.readAll(Topics.COMPETENCY_COMPLETED).get(0));

            List<ConsumerRecord<byte[], byte[]>> found = client.readAll(Topics.COMPETENCY_COMPLETED);

            assertThat(found).hasSize(2);
            assertThat(found).allSatisfy(message -> {
                assertThat(new String(message.key(), StandardCharsets.UTF_8)).isEqualTo("apprentice-1");
                assertThat(new String(message.value(), StandardCharsets.UTF_8)).isEqualTo("{}");
                assertThat(TopicClient.header(message, "ce_id")).isEqualTo("e1");
            });
            assertThat(found.get(0).partition()).isEqualTo(found.get(1).partition());
        }
    }

    @Test
    void the_topics_have_twelve_partitions_and_the_events_are_kept_for_ever_even_where_they_were_compacted()
            throws ExecutionException, InterruptedException {
        try (LocalKafka kafka = LocalKafka.start();
                Admin admin = kafka.admin()) {
            admin.createTopics(List.of(new NewTopic(Topics.TRAINING_PLAN_CHANGED, Topics.PARTITIONS, (short) 1)
                            .configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();

            kafka.createTopics();

            assertThat(admin.describeTopics(Topics.names()).allTopicNames().get())
                    .hasSize(5)
                    .allSatisfy((name, topic) -> assertThat(topic.partitions()).hasSize(12));
            for (String topic : Topics.names()) {
                // a change reaches the broker a moment after it is acknowledged
                Awaitility.await()
                        .atMost(Duration.ofSeconds(10))
                        .ignoreExceptions()
                        .untilAsserted(() -> {
                            assertThat(setting(admin, topic, "retention.ms")).isEqualTo("-1");
                            assertThat(setting(admin, topic, "cleanup.policy")).isEqualTo("delete");
                        });
            }
        }
    }

    @Test
    void the_broker_ends_when_its_jvm_is_killed(@TempDir Path directory) throws IOException, InterruptedException {
        Process jvm = ChildJvm.run(KafkaUntilKilled.class, directory.toString());
        ProcessHandle broker = ChildJvm.pidFrom(jvm);
        assertThat(broker.isAlive()).isTrue();

        jvm.destroyForcibly().waitFor();

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !broker.isAlive());
    }

    private static String setting(Admin admin, String topic, String name)
            throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).all().get().values().stream()
                .map(settings -> settings.get(name).value())
                .findFirst()
                .orElseThrow();
    }
}
