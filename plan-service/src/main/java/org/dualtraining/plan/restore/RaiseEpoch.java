package org.dualtraining.plan.restore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.kit.epoch.PublishedTail;
import org.dualtraining.kit.epoch.PublishedTail.Said;
import org.dualtraining.kit.epoch.ServiceEpoch;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Refuses to start on a restored database until somebody says that the epoch is to be raised; then raises it and says all
 * plans anew, before anything else can change them. A kill on the way only means that the next start goes on.
 */
@ApplicationScoped
public class RaiseEpoch {

    private static final Logger LOG = Logger.getLogger(RaiseEpoch.class);
    private static final List<String> TOPICS = List.of("training-plan-changed", "competency-completed");
    private static final String REFUSAL =
            "refusing to start: this database was restored. What was acknowledged after its"
                    + " backup may be gone, and versions of plans that were used will be used again with other content. Start"
                    + " this service once with PLAN_EPOCH_RAISE=true, while Kafka is up: it raises the epoch and says every plan"
                    + " anew, and progress-service follows. A database that was moved or failed over counts as restored too:"
                    + " raising the epoch loses nothing.";

    private final ServiceEpoch epoch;
    private final PublishedTail published;
    private final LostPlans lostPlans;
    private final Restatement restatement;
    private final boolean mayRaise;

    /** @param mayRaise key {@code plan.epoch.raise}: that a restored database is known and the epoch is to be raised */
    @Inject
    RaiseEpoch(
            ServiceEpoch epoch,
            PublishedTail published,
            LostPlans lostPlans,
            Restatement restatement,
            @ConfigProperty(name = "plan.epoch.raise", defaultValue = "false") boolean mayRaise) {
        this.epoch = epoch;
        this.published = published;
        this.lostPlans = lostPlans;
        this.restatement = restatement;
        this.mayRaise = mayRaise;
    }

    /** Before the relay starts and before the doors open. */
    void start(@Observes @Priority(5_000) StartupEvent started) {
        handle(mayRaise);
    }

    public void handle(boolean isRaiseWanted) {
        boolean isRestored = epoch.isRestored();
        if (isRestored && !isRaiseWanted) {
            throw new IllegalStateException(REFUSAL);
        }
        if (isRaiseWanted) {
            raise(isRestored);
        }
        while (restatement.nextChunk()) {
            LOG.debug("plans were said anew");
        }
    }

    /** Also where only the topics show it: a copy of files that was put back looks like the database that it was. */
    private void raise(boolean isRestored) {
        Said said = published.read(TOPICS);
        int known = epoch.current();
        if (!isRestored && published.isKnown(said)) {
            LOG.info("plan.epoch.raise: nothing was restored since the last start, so the epoch stays");
            return;
        }
        // a backup may be restored twice: the epoch that the first restore raised is then unknown to the database
        int next = Math.max(known, said.highestEpoch()) + 1;
        Map<UUID, ObjectNode> lost = lostPlans.find();
        QuarkusTransaction.requiringNew().run(() -> {
            epoch.raiseTo(next);
            lostPlans.cancel(lost, next);
            restatement.begin();
        });
        LOG.warnf("the epoch is raised from=%d to=%d; every plan is said anew, which may take a while", known, next);
    }
}
