package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.outbox.Outbox;
import org.dualtraining.kit.outbox.OutboxEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Says plans anew in an epoch, as if nothing had been said before: each as a snapshot, then one event for each line that
 * is credited or was revoked. Consumers that follow the epochs end in this service's state whatever they had heard.
 */
@ApplicationScoped
public class RestateInEpoch {

    private static final Logger LOG = Logger.getLogger(RestateInEpoch.class);

    private final TrainingPlans plans;
    private final PlanLines lines;
    private final PlanSnapshots snapshots;
    private final RevokedCredits revokedCredits;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    RestateInEpoch(
            TrainingPlans plans,
            PlanLines lines,
            PlanSnapshots snapshots,
            RevokedCredits revokedCredits,
            Outbox outbox,
            Clock clock) {
        this.plans = plans;
        this.lines = lines;
        this.snapshots = snapshots;
        this.revokedCredits = revokedCredits;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The next plans after one, in the order of their ids.
     *
     * @return the last of them; null when there is none
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public @Nullable UUID handle(UUID after, int limit, int epoch) {
        List<UUID> next = plans.lockNext(after, limit);
        List<TrainingPlan> read =
                plans.all(next).stream().map(plan -> plan.inEpoch(epoch)).toList();
        Instant now = clock.instant();
        List<OutboxEvent> heads = snapshots.of(read, now);
        Map<UUID, RevokedCredits.Revoked> revoked = revokedCredits.of(revokedLines(read));
        List<TrainingPlan> restated = new ArrayList<>();
        List<PlanLine> restatedLines = new ArrayList<>();
        List<OutboxEvent> events = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            Restated one = new Restated(read.get(i), heads.get(i), now);
            read.get(i).lines().forEach(line -> one.say(line, revoked));
            restated.add(one.plan);
            restatedLines.addAll(one.lines);
            events.addAll(one.events);
        }
        // the plan rows first, so that outbox ids are drawn in the order of versions
        plans.enterEpoch(restated);
        lines.updateCredits(restatedLines);
        outbox.append(events);
        return next.isEmpty() ? null : next.get(next.size() - 1);
    }

    private static Collection<UUID> revokedLines(List<TrainingPlan> read) {
        return read.stream()
                .flatMap(plan -> plan.lines().stream())
                .filter(line -> line.state() == LineState.REVOKED)
                .map(PlanLine::id)
                .toList();
    }

    /** What is said of one plan. */
    private static final class Restated {

        private final Instant now;
        private final List<PlanLine> lines = new ArrayList<>();
        private final List<OutboxEvent> events = new ArrayList<>();
        private TrainingPlan plan;

        Restated(TrainingPlan plan, OutboxEvent head, Instant now) {
            this.plan = plan;
            this.now = now;
            events.add(head);
        }

        void say(PlanLine line, Map<UUID, RevokedCredits.Revoked> revoked) {
            LineCredit credit = line.credit();
            UUID eventId = Ids.next();
            if (credit != null) {
                say(CompetencyCompletionEvent.COMPLETED, line.credited(credit, eventId), credit, null);
            } else if (line.state() == LineState.REVOKED) {
                RevokedCredits.Revoked before = revoked.get(line.id());
                if (before == null) {
                    // by an instance of a version that did not keep them; the other plans must not wait for it
                    LOG.errorf("a revocation cannot be said anew, what it took back is not kept line=%s", line.id());
                } else {
                    say(CompetencyCompletionEvent.REVOKED, line.revoked(eventId), before.credit(), before.revokes());
                }
            }
        }

        private void say(String type, PlanLine line, LineCredit credit, @Nullable UUID about) {
            plan = plan.atVersion(plan.version() + 1);
            lines.add(line);
            events.add(CompetencyCompletionEvent.of(
                    Objects.requireNonNull(line.creditEventId()), type, plan, line, credit, about, now));
        }
    }
}
