package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.progress.credit.CreditFact;
import org.dualtraining.progress.credit.RecordCredits;
import org.dualtraining.progress.event.Verdict;

/** Lets take effect what waited for plans that have been heard of now; some of it may have to wait on. */
@ApplicationScoped
class ReleaseParked {

    private final ParkedEvents parked;
    private final RecordCredits recordCredits;
    private final DeadLetters deadLetters;
    private final LaterOutcomes outcomes;
    private final Clock clock;

    @Inject
    ReleaseParked(
            ParkedEvents parked,
            RecordCredits recordCredits,
            DeadLetters deadLetters,
            LaterOutcomes outcomes,
            Clock clock) {
        this.parked = parked;
        this.recordCredits = recordCredits;
        this.deadLetters = deadLetters;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * The caller holds the locks of the plans' apprentices, and counts the plans anew.
     *
     * @return what they came to, to be entered into the books after the change feed's lock is taken
     */
    Tally handle(Collection<UUID> planIds) {
        List<Received<CreditFact>> waiting = planIds.isEmpty() ? List.of() : parked.waitingFor(planIds);
        if (waiting.isEmpty()) {
            return new Tally();
        }
        List<Verdict> verdicts = recordCredits
                .handle(waiting.stream()
                        .map(Received::fact)
                        .map(Objects::requireNonNull)
                        .toList())
                .verdicts();
        List<UUID> released = new ArrayList<>();
        List<Received<CreditFact>> refused = new ArrayList<>();
        Tally tally = new Tally();
        for (int i = 0; i < waiting.size(); i++) {
            Received<CreditFact> received = waiting.get(i);
            Verdict verdict = verdicts.get(i);
            if (verdict == Verdict.PARKED) {
                continue;
            }
            released.add(Objects.requireNonNull(received.event()).id());
            tally.add(received, Tally.Class.of(verdict));
            if (Tally.Class.of(verdict) == Tally.Class.DEAD_LETTERED) {
                refused.add(received.refused(verdict));
            }
        }
        parked.forget(released);
        deadLetters.bury(refused, clock.instant());
        return tally;
    }

    void book(Tally released) {
        if (!released.counts().isEmpty()) {
            outcomes.move(Tally.Class.PARKED, released);
        }
    }
}
