package org.dualtraining.progress.redrive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.dualtraining.kit.problem.Refusal;
import org.dualtraining.progress.intake.Patience;
import org.dualtraining.progress.intake.TakeAgain;
import org.jboss.logging.Logger;

/** Reads dead letters again from where they lie in Kafka, and lets them take the way of every record. */
@ApplicationScoped
class RedriveDeadLetters {

    private static final Logger LOG = Logger.getLogger(RedriveDeadLetters.class);
    private static final int MOST = 200;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int ATTEMPTS = 3;

    private final Letters letters;
    private final RecordsAgain records;
    private final RedriveOne redriveOne;
    private final TakeAgain takeAgain;

    @Inject
    RedriveDeadLetters(Letters letters, RecordsAgain records, RedriveOne redriveOne, TakeAgain takeAgain) {
        this.letters = letters;
        this.records = records;
        this.redriveOne = redriveOne;
        this.takeAgain = takeAgain;
    }

    /** One that was redriven before is not redriven again; the answer says what it came to. */
    RedriveResult one(UUID id, boolean dryRun) {
        DeadLetterView letter = letters.find(id);
        if (letter.outcome() != null) {
            return RedriveResult.of(letter, letter.outcome());
        }
        try (RecordsAgain.Reading reading = records.open()) {
            return redrive(letter, reading, dryRun).orElseThrow(RecordIsGone::new);
        }
    }

    /** The oldest first, as many as go in one request. */
    RedriveReport many(Letters.Choice choice, boolean dryRun) {
        List<DeadLetterView> chosen = letters.oldestOpen(choice, MOST + 1);
        Map<RedriveOutcome, Integer> counts = new EnumMap<>(RedriveOutcome.class);
        List<RedriveResult> results = new ArrayList<>();
        long end = System.nanoTime() + LONGEST.toNanos();
        try (RecordsAgain.Reading reading = records.open()) {
            for (DeadLetterView letter : chosen) {
                if (results.size() == MOST || System.nanoTime() > end) {
                    break;
                }
                RedriveResult result =
                        redrive(letter, reading, dryRun).orElseGet(() -> RedriveResult.of(letter, RedriveOutcome.GONE));
                results.add(result);
                counts.merge(result.outcome(), 1, Integer::sum);
            }
        }
        return new RedriveReport(dryRun, counts, results, chosen.size() > results.size());
    }

    private Optional<RedriveResult> redrive(DeadLetterView letter, RecordsAgain.Reading reading, boolean dryRun) {
        if (!takeAgain.isTaken(letter.topic())) {
            return Optional.empty();
        }
        return reading.at(new TopicPartition(letter.topic(), letter.partition()), letter.offset())
                .map(original -> apply(letter, original, dryRun));
    }

    private RedriveResult apply(DeadLetterView letter, ConsumerRecord<byte[], byte[]> original, boolean dryRun) {
        for (int attempt = 1; ; attempt++) {
            try {
                return redriveOne.handle(letter.id(), original, dryRun);
            } catch (Refusal refusal) {
                throw refusal;
            } catch (RuntimeException fault) {
                if (Patience.blamesRecord(fault)) {
                    LOG.errorf(
                            fault,
                            "unprocessable again topic=%s partition=%d offset=%d",
                            letter.topic(),
                            letter.partition(),
                            letter.offset());
                    return redriveOne.unprocessable(letter.id(), dryRun);
                }
                // a batch may have been in the way, which is the one thing that passes at once
                if (attempt == ATTEMPTS) {
                    throw fault;
                }
            }
        }
    }
}
