package org.dualtraining.progress.intake;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.progress.event.Verdict;

/** One batch, one transaction: inbox, effects, dead letters and ledger, or nothing of it (guarantees R2, D4). */
@ApplicationScoped
class ApplyBatch {

    private final Ledger ledger;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final ParkedEvents parked;
    private final Clock clock;

    @Inject
    ApplyBatch(Ledger ledger, Inbox inbox, DeadLetters deadLetters, ParkedEvents parked, Clock clock) {
        this.ledger = ledger;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.parked = parked;
        this.clock = clock;
    }

    @Transactional
    @TransactionConfiguration(timeout = 60)
    <F> Tally handle(Topic<F> topic, List<Received<F>> batch) {
        return apply(topic, batch);
    }

    /** In a transaction of the caller's, and in the tables that it has chosen. */
    @Transactional(Transactional.TxType.MANDATORY)
    <F> Tally apply(Topic<F> topic, List<Received<F>> batch) {
        Instant now = clock.instant();
        Map<Ledger.Position, Long> next =
                ledger.lock(batch.stream().map(Received::position).collect(Collectors.toSet()));
        Tally tally = new Tally();
        List<Received<F>> poisoned = new ArrayList<>();
        List<Received<F>> fresh = new ArrayList<>();
        Set<UUID> entered = inbox.enter(topic.source(), eventIds(batch));
        for (Received<F> received : batch) {
            if (received.poison() != null) {
                poisoned.add(received);
            } else if (entered.remove(eventId(received))) {
                fresh.add(received);
            } else {
                tally.add(received, Tally.Class.DUPLICATE, next.getOrDefault(received.position(), 0L));
            }
        }
        List<Received<F>> toPark = new ArrayList<>();
        List<Verdict> verdicts = topic.apply(
                fresh.stream().map(Received::fact).map(Objects::requireNonNull).toList());
        for (int i = 0; i < fresh.size(); i++) {
            Received<F> received = fresh.get(i);
            long nextOffset = next.getOrDefault(received.position(), 0L);
            Verdict verdict = verdicts.get(i);
            switch (Tally.Class.of(verdict)) {
                case DEAD_LETTERED -> poisoned.add(received.refused(verdict));
                case PARKED -> toPark.add(received);
                default -> {}
            }
            if (Tally.Class.of(verdict) != Tally.Class.DEAD_LETTERED) {
                tally.add(received, Tally.Class.of(verdict), nextOffset);
            }
        }
        parked.park(toPark, now);
        for (Received<F> received : poisoned) {
            tally.add(received, Tally.Class.DEAD_LETTERED, next.getOrDefault(received.position(), 0L));
        }
        deadLetters.bury(poisoned, now);
        ledger.move(tally.entries(), now);
        return tally;
    }

    private static <F> List<UUID> eventIds(List<Received<F>> batch) {
        List<UUID> ids = new ArrayList<>(batch.size());
        for (Received<F> received : batch) {
            if (received.poison() == null) {
                ids.add(eventId(received));
            }
        }
        return ids;
    }

    private static UUID eventId(Received<?> received) {
        return Objects.requireNonNull(received.event()).id();
    }
}
