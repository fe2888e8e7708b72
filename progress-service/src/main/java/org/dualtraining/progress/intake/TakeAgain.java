package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.dualtraining.progress.event.CloudEvent;
import org.dualtraining.progress.event.DeadLetterClass;
import org.dualtraining.progress.event.Poison;
import org.dualtraining.progress.event.Verdict;

/** A record that was buried, once more by the way of every record, in the transaction of whoever asks for it. */
@ApplicationScoped
public class TakeAgain {

    /** Judged after their event was entered into the inbox, where it still is: it had no effect all the same. */
    private static final Set<DeadLetterClass> IN_INBOX =
            EnumSet.of(DeadLetterClass.FORGED, DeadLetterClass.CONFLICTING_VERSION);

    private final Instance<Topic<?>> topics;
    private final Ledger ledger;
    private final Inbox inbox;
    private final ParkedEvents parked;
    private final LaterOutcomes outcomes;
    private final Clock clock;

    @Inject
    TakeAgain(
            Instance<Topic<?>> topics,
            Ledger ledger,
            Inbox inbox,
            ParkedEvents parked,
            LaterOutcomes outcomes,
            Clock clock) {
        this.topics = topics;
        this.ledger = ledger;
        this.inbox = inbox;
        this.parked = parked;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    public boolean isTaken(String topic) {
        return find(topic).isPresent();
    }

    /** As every batch begins: until the transaction ends, no other one takes from the partition. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(TopicPartition partition) {
        ledger.lock(List.of(new Ledger.Position(partition.topic(), partition.partition())));
    }

    /**
     * For the holder of its partition. Not in a transaction of its own, which a refusal would roll back.
     *
     * @param buriedAs why it was refused before
     * @return what it came to, which is in the books then
     * @throws Poison when it is refused again
     */
    public Verdict handle(ConsumerRecord<byte[], byte[]> original, DeadLetterClass buriedAs) {
        return handle(find(original.topic()).orElseThrow(), original, buriedAs);
    }

    private <F> Verdict handle(Topic<F> topic, ConsumerRecord<byte[], byte[]> original, DeadLetterClass buriedAs) {
        Received<F> received = Received.decode(original, topic);
        requireGood(received);
        Verdict verdict = verdict(topic, received, buriedAs);
        Tally.Class outcome = Tally.Class.of(verdict);
        if (outcome == Tally.Class.DEAD_LETTERED) {
            requireGood(received.refused(verdict));
        }
        if (outcome == Tally.Class.PARKED) {
            parked.park(List.of(received), clock.instant());
        }
        Tally tally = new Tally();
        tally.add(received, outcome);
        outcomes.move(Tally.Class.DEAD_LETTERED, tally);
        return verdict;
    }

    private <F> Verdict verdict(Topic<F> topic, Received<F> received, DeadLetterClass buriedAs) {
        CloudEvent event = Objects.requireNonNull(received.event());
        boolean isNew = !inbox.enter(topic.source(), List.of(event.id())).isEmpty();
        if (!isNew && !IN_INBOX.contains(buriedAs)) {
            return Verdict.DUPLICATE;
        }
        return topic.apply(List.of(Objects.requireNonNull(received.fact()))).get(0);
    }

    private static void requireGood(Received<?> received) {
        if (received.poison() != null) {
            throw received.poison();
        }
    }

    private Optional<Topic<?>> find(String name) {
        for (Topic<?> topic : topics) {
            if (topic.name().equals(name)) {
                return Optional.of(topic);
            }
        }
        return Optional.empty();
    }
}
