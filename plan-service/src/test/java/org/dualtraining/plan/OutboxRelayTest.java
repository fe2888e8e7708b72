package org.dualtraining.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.kit.outbox.OutboxEvent;
import org.dualtraining.testkit.TopicClient;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What the relay promises whatever order transactions commit in (guarantees R4 and R5). */
@PlanServiceTest
class OutboxRelayTest {

    private static final int OTHERS = 1_000;

    @Inject
    Outbox outbox;

    @Test
    void an_event_whose_transaction_stays_open_while_a_thousand_others_commit_is_not_lost() throws Exception {
        UUID run = Ids.next();
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch othersArePublished = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(List.of(event(run, 0)));
                    appended.countDown();
                    join(othersArePublished);
                }));
        join(appended);
        for (int i = 1; i <= OTHERS; i++) {
            int number = i;
            QuarkusTransaction.requiringNew().run(() -> outbox.append(List.of(event(run, number))));
        }

        await().atMost(Duration.ofSeconds(15)).until(() -> published(run).size() == OTHERS);
        othersArePublished.countDown();
        slow.join();

        await().atMost(Duration.ofSeconds(15)).until(() -> published(run).size() == OTHERS + 1);
        assertThat(published(run).subList(0, OTHERS)).isSorted();
        assertThat(published(run).get(OTHERS)).isZero();
    }

    @Test
    void what_is_rolled_back_is_never_published() {
        UUID run = Ids.next();
        QuarkusTransaction.begin();
        outbox.append(List.of(event(run, 1)));
        QuarkusTransaction.rollback();
        QuarkusTransaction.requiringNew().run(() -> outbox.append(List.of(event(run, 2))));

        await().atMost(Duration.ofSeconds(15)).until(() -> !published(run).isEmpty());

        assertThat(published(run)).containsExactly(2);
    }

    private static OutboxEvent event(UUID run, int number) {
        return new OutboxEvent(
                Ids.next(),
                "certification-eligibility-changed",
                run.toString(),
                "org.dualtraining.test.v1",
                run,
                1,
                number + 1L,
                Instant.now(),
                Map.of("number", number));
    }

    private List<Integer> published(UUID run) {
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (TopicClient topics = new TopicClient(servers)) {
            return topics.readAll("certification-eligibility-changed").stream()
                    .filter(event -> new String(event.key(), StandardCharsets.UTF_8).equals(run.toString()))
                    .map(event -> new String(event.value(), StandardCharsets.UTF_8))
                    .map(value -> Integer.valueOf(value.replaceAll("\\D", "")))
                    .toList();
        }
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
