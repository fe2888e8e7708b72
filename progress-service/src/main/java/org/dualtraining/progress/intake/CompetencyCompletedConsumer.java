package org.dualtraining.progress.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.dualtraining.progress.credit.CreditFact;
import org.dualtraining.progress.credit.RecordCredits;
import org.dualtraining.progress.eligibility.ApprenticeLock;
import org.dualtraining.progress.event.CloudEvent;
import org.dualtraining.progress.event.Verdict;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Completions, corrections and revocations of competencies. */
@ApplicationScoped
class CompetencyCompletedConsumer implements Topic<CreditFact> {

    private final BatchIntake intake;
    private final ApprenticeLock lock;
    private final RecordCredits recordCredits;
    private final Consequences consequences;

    @Inject
    CompetencyCompletedConsumer(
            BatchIntake intake, ApprenticeLock lock, RecordCredits recordCredits, Consequences consequences) {
        this.intake = intake;
        this.lock = lock;
        this.recordCredits = recordCredits;
        this.consequences = consequences;
    }

    @Incoming("competency-completed")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> polled) {
        intake.take(this, polled);
    }

    @Override
    public String name() {
        return "competency-completed";
    }

    @Override
    public String source() {
        return "/plan-service";
    }

    @Override
    public CreditFact decode(CloudEvent event) {
        return CreditFact.from(event);
    }

    @Override
    public List<Verdict> apply(List<CreditFact> facts) {
        lock.take(facts.stream().map(CreditFact::apprenticeId).collect(Collectors.toSet()));
        RecordCredits.Recorded recorded = recordCredits.handle(facts);
        consequences.follow(recorded.moves());
        return recorded.verdicts();
    }
}
