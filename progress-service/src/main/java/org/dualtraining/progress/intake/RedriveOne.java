package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dualtraining.progress.event.CloudEvent;
import org.dualtraining.progress.event.DeadLetterClass;
import org.dualtraining.progress.event.Poison;
import org.dualtraining.progress.event.Verdict;
import org.jboss.logging.Logger;

/**
 * One dead letter once more through the intake, in one transaction with what is noted about it. The ledger's row is locked
 * first, as by every batch; then the letter's: of two who redrive the same, the second finds it done.
 */
@ApplicationScoped
class RedriveOne {

    private static final Logger LOG = Logger.getLogger(RedriveOne.class);

    /** Judged after their event was entered into the inbox, where it still is: it had no effect all the same. */
    private static final Set<DeadLetterClass> IN_INBOX =
            EnumSet.of(DeadLetterClass.FORGED, DeadLetterClass.CONFLICTING_VERSION);

    private final Ledger ledger;
    private final DeadLetters letters;
    private final Inbox inbox;
    private final ParkedEvents parked;
    private final LaterOutcomes outcomes;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;

    @Inject
    RedriveOne(
            Ledger ledger,
            DeadLetters letters,
            Inbox inbox,
            ParkedEvents parked,
            LaterOutcomes outcomes,
            TransactionSynchronizationRegistry transaction,
            Clock clock) {
        this.ledger = ledger;
        this.letters = letters;
        this.inbox = inbox;
        this.parked = parked;
        this.outcomes = outcomes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws RuntimeException when the record is well formed and cannot be applied; then nothing was changed */
    @Transactional
    <F> RedriveResult handle(UUID letterId, Topic<F> topic, ConsumerRecord<byte[], byte[]> original, boolean dryRun) {
        ledger.lock(List.of(new Ledger.Position(original.topic(), original.partition())));
        DeadLetterView letter = letters.lock(letterId).orElseThrow(DeadLetters::none);
        if (letter.outcome() != null) {
            return RedriveResult.of(letter, letter.outcome());
        }
        RedriveResult result = result(letter, topic, Received.decode(original, topic));
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
        DeadLetterView letter = letters.lock(letterId).orElseThrow(DeadLetters::none);
        RedriveResult result = refused(letter, Received.unprocessable());
        if (letter.outcome() == null && !dryRun) {
            letters.note(result, clock.instant());
        }
        return result;
    }

    private <F> RedriveResult result(DeadLetterView letter, Topic<F> topic, Received<F> received) {
        Poison poison = received.poison();
        if (poison != null) {
            return refused(letter, poison);
        }
        Verdict verdict = verdict(letter, topic, received);
        Tally.Class outcome = Tally.Class.of(verdict);
        if (outcome == Tally.Class.DEAD_LETTERED) {
            return refused(
                    letter, Objects.requireNonNull(received.refused(verdict).poison()));
        }
        if (outcome == Tally.Class.PARKED) {
            parked.park(List.of(received), clock.instant());
        }
        Tally tally = new Tally();
        tally.add(received, outcome);
        outcomes.move(Tally.Class.DEAD_LETTERED, tally);
        return RedriveResult.of(letter, RedriveOutcome.of(outcome));
    }

    private <F> Verdict verdict(DeadLetterView letter, Topic<F> topic, Received<F> received) {
        CloudEvent event = Objects.requireNonNull(received.event());
        boolean isNew = !inbox.enter(topic.source(), List.of(event.id())).isEmpty();
        if (!isNew && !IN_INBOX.contains(letter.deadLetterClass())) {
            return Verdict.DUPLICATE;
        }
        return topic.apply(List.of(Objects.requireNonNull(received.fact()))).get(0);
    }

    private static RedriveResult refused(DeadLetterView letter, Poison poison) {
        return RedriveResult.refused(letter, poison.deadLetterClass(), poison.reason());
    }
}
