package org.dualtraining.local;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks until the answer is as expected: what one service accepts reaches the next one a moment later. */
final class Polling {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Polling() {}

    static <T> T until(String expectation, Supplier<T> question, Predicate<T> expected) {
        Instant end = Instant.now().plus(LIMIT);
        T answer = question.get();
        while (!expected.test(answer)) {
            if (Instant.now().isAfter(end)) {
                throw new LauncherFailure("Waited " + LIMIT.toSeconds() + " s in vain until " + expectation
                        + ". The last answer was:\n" + answer);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.get();
        }
        return answer;
    }
}
