package org.dualtraining.progress.rebuild;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dualtraining.progress.intake.LettersAgain;
import org.jdbi.v3.core.Jdbi;

/**
 * The rebuilt tables take the place of the others: one transaction, before which the intake ends its batches and after
 * which it goes on where the new ledger says, which is where it was.
 */
@ApplicationScoped
class PutInPlace {

    private final Jdbi jdbi;
    private final ReplayHistory replay;
    private final Positions positions;
    private final OneDay oneDay;
    private final LettersAgain letters;
    private final RebuiltEligibility eligibility;
    private final ShadowSchema shadow;
    private final Rebuilds rebuilds;
    private final Event<RebuildStage> stages;

    @Inject
    PutInPlace(
            Jdbi jdbi,
            ReplayHistory replay,
            Positions positions,
            OneDay oneDay,
            LettersAgain letters,
            RebuiltEligibility eligibility,
            ShadowSchema shadow,
            Rebuilds rebuilds,
            Event<RebuildStage> stages) {
        this.jdbi = jdbi;
        this.replay = replay;
        this.positions = positions;
        this.oneDay = oneDay;
        this.letters = letters;
        this.eligibility = eligibility;
        this.shadow = shadow;
        this.rebuilds = rebuilds;
        this.stages = stages;
    }

    /**
     * The last step of a rebuild.
     *
     * @param isDifferent whether the comparison found anything
     * @return how many times somebody became eligible by it or is no longer
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TransactionConfiguration(timeout = 60)
    int handle(Rebuild rebuild, boolean isDifferent) {
        LocalDate day = oneDay.today();
        holdIntake();
        replay.rest(rebuild.id());
        positions.levelSecond();
        List<UUID> changed = eligibility.keepFormerDecisions();
        letters.settle();
        shadow.exchange();
        int flips = eligibility.tell(changed, isDifferent);
        stages.fire(new RebuildStage(rebuild.id(), RebuildStage.Name.EXCHANGED));
        rebuilds.swapped(rebuild.id(), flips, positions.recordsLive());
        // the figures that come in count what was decided before, and what is told now is not added to them
        oneDay.requireStill(day);
        return flips;
    }

    private void holdIntake() {
        jdbi.useHandle(handle -> {
            handle.execute("SET LOCAL lock_timeout = '10s'");
            handle.execute("SET LOCAL statement_timeout = '12s'");
            // while the rest is taken in by transactions of their own
            handle.execute("SET LOCAL idle_in_transaction_session_timeout = '40s'");
            handle.execute("LOCK TABLE public.intake_ledger IN EXCLUSIVE MODE");
        });
    }
}
