package org.dualtraining.progress.redrive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.dualtraining.progress.event.Poison;
import org.dualtraining.progress.intake.TakeAgain;
import org.dualtraining.progress.rebuild.Rebuilds;
import org.jboss.logging.Logger;

/**
 * One dead letter once more through the intake, in one transaction with what is noted about it. The ledger's row is locked
 * first, as by every batch; then the letter's: of two who redrive the same, the second finds it done.
 */
@ApplicationScoped
class RedriveOne {

    private static final Logger LOG = Logger.getLogger(RedriveOne.class);

    private final Letters letters;
    private final TakeAgain takeAgain;
    private final Rebuilds rebuilds;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;

    @Inject
    RedriveOne(
            Letters letters,
            TakeAgain takeAgain,
            Rebuilds rebuilds,
            TransactionSynchronizationRegistry transaction,
            Clock clock) {
        this.letters = letters;
        this.takeAgain = takeAgain;
        this.rebuilds = rebuilds;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Refused while a rebuild runs: it may have read the record before the reason was mended, and its tables would come in
     * without what the redrive did.
     *
     * @throws RuntimeException when the record is well formed and cannot be applied; then nothing was changed
     */
    @Transactional
    RedriveResult handle(UUID letterId, ConsumerRecord<byte[], byte[]> original, boolean dryRun) {
        takeAgain.hold(new TopicPartition(original.topic(), original.partition()));
        DeadLetterView letter = letters.lock(letterId);
        if (letter.outcome() != null) {
            return RedriveResult.of(letter, letter.outcome());
        }
        if (!dryRun && !rebuilds.holdOff()) {
            throw new RebuildIsRunning();
        }
        RedriveResult result = result(letter, original);
        if (dryRun) {
            transaction.setRollbackOnly();
        } else {
            letters.note(result, clock.instant());
            LOG.infof(
                    "redrive topic=%s partition=%d offset=%d outcome=%s",
                    letter.topic(), letter.partition(), letter.offset(), result.outcome());
        }
        return result;
    }

    /** For one that failed in the transaction of {@link #handle}. */
    @Transactional
    RedriveResult unprocessable(UUID letterId, boolean dryRun) {
        DeadLetterView letter = letters.lock(letterId);
        RedriveResult result = RedriveResult.refused(letter, Poison.unprocessable());
        if (letter.outcome() == null && !dryRun) {
            letters.note(result, clock.instant());
        }
        return result;
    }

    private RedriveResult result(DeadLetterView letter, ConsumerRecord<byte[], byte[]> original) {
        try {
            return RedriveResult.of(letter, RedriveOutcome.of(takeAgain.handle(original, letter.deadLetterClass())));
        } catch (Poison poison) {
            return RedriveResult.refused(letter, poison);
        }
    }
}
