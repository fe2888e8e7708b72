package org.dualtraining.progress.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.dualtraining.progress.eligibility.ApprenticeLock;
import org.dualtraining.progress.eligibility.RuleBook;
import org.dualtraining.progress.event.CloudEvent;
import org.dualtraining.progress.event.Verdict;
import org.dualtraining.progress.plan.PlanPictures;
import org.dualtraining.progress.plan.PlanPictures.Pictures;
import org.dualtraining.progress.plan.PlanSnapshot;
import org.dualtraining.progress.plan.RecordPlans;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Snapshots of training plans. */
@ApplicationScoped
class TrainingPlanChangedConsumer implements Topic<PlanSnapshot> {

    private final BatchIntake intake;
    private final RuleBook ruleBook;
    private final ApprenticeLock lock;
    private final PlanPictures pictures;
    private final RecordPlans recordPlans;
    private final ReleaseParked releaseParked;
    private final Consequences consequences;
    private final EpochWatch epochs;

    @Inject
    TrainingPlanChangedConsumer(
            BatchIntake intake,
            RuleBook ruleBook,
            ApprenticeLock lock,
            PlanPictures pictures,
            RecordPlans recordPlans,
            ReleaseParked releaseParked,
            Consequences consequences,
            EpochWatch epochs) {
        this.intake = intake;
        this.ruleBook = ruleBook;
        this.lock = lock;
        this.pictures = pictures;
        this.recordPlans = recordPlans;
        this.releaseParked = releaseParked;
        this.consequences = consequences;
        this.epochs = epochs;
    }

    @Incoming("training-plan-changed")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> polled) {
        intake.take(this, polled);
    }

    @Override
    public String name() {
        return "training-plan-changed";
    }

    @Override
    public String source() {
        return "/plan-service";
    }

    @Override
    public PlanSnapshot decode(CloudEvent event) {
        return PlanSnapshot.from(event);
    }

    @Override
    public List<Verdict> apply(List<PlanSnapshot> facts) {
        epochs.see(facts);
        ruleBook.holdStill();
        Set<UUID> apprentices = facts.stream().map(PlanSnapshot::apprenticeId).collect(Collectors.toSet());
        lock.take(apprentices);
        Pictures before = pictures.of(apprentices);
        RecordPlans.Recorded recorded = recordPlans.handle(facts);
        Tally released = releaseParked.handle(recorded.touchedPlans());
        consequences.follow(before.movesTo(pictures.of(apprentices), recorded.touchedPlans()));
        releaseParked.book(released);
        return recorded.verdicts();
    }
}
