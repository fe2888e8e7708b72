package org.dualtraining.plan.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PrintingTest {

    private static final byte[] DOCUMENT = {1};

    private final Printing printing = new Printing();

    @Test
    void one_is_printed_four_wait_and_who_comes_then_is_refused_at_once() throws Exception {
        CountDownLatch printed = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        CompletionService<byte[]> answers = new ExecutorCompletionService<>(threads);
        try {
            for (int i = 0; i < 8; i++) {
                answers.submit(() -> printing.inTurn(() -> until(printed)));
            }
            for (int i = 0; i < 3; i++) {
                Future<byte[]> refused = answers.poll(10, TimeUnit.SECONDS);
                assertThat(refused).isNotNull();
                assertThatThrownBy(refused::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(TooManyPrintings.class);
            }
            assertThat(answers.poll()).isNull();
            printed.countDown();
            for (int i = 0; i < 5; i++) {
                assertThat(answers.take().get()).isEqualTo(DOCUMENT);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(printing.inTurn(() -> DOCUMENT)).isEqualTo(DOCUMENT);
    }

    @Test
    void what_fails_gives_its_place_back() {
        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() -> printing.inTurn(() -> {
                        throw new IllegalStateException("cannot be laid out");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(printing.inTurn(() -> DOCUMENT)).isEqualTo(DOCUMENT);
    }

    private static byte[] until(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return DOCUMENT;
    }
}
