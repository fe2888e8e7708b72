package org.dualtraining.progress.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.dualtraining.progress.eligibility.RuleBook;
import org.dualtraining.progress.eligibility.RuleVersion;
import org.dualtraining.progress.event.CloudEvent;
import org.dualtraining.progress.event.Verdict;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Versions of certification rules. The rule counts from its own transaction on; the plans it concerns are reviewed after
 * that, before the offset is committed, so that a kill in between only means to go on.
 */
@ApplicationScoped
class CertificationRuleChangedConsumer implements Topic<RuleVersion> {

    private static final Logger LOG = Logger.getLogger(CertificationRuleChangedConsumer.class);

    private final BatchIntake intake;
    private final RuleBook ruleBook;
    private final ReviewPlansOfRule reviewPlans;
    private final Patience patience;
    private final OwnPartitions partitions;

    @Inject
    CertificationRuleChangedConsumer(
            BatchIntake intake,
            RuleBook ruleBook,
            ReviewPlansOfRule reviewPlans,
            Patience patience,
            OwnPartitions partitions) {
        this.intake = intake;
        this.ruleBook = ruleBook;
        this.reviewPlans = reviewPlans;
        this.patience = patience;
        this.partitions = partitions;
    }

    @Incoming("certification-rule-changed")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> polled) {
        intake.take(this, polled);
        try {
            while (patience.run(name(), reviewPlans::nextChunk)) {
                partitions.stillWorking(name());
            }
        } catch (Patience.ServiceStops stops) {
            throw stops;
        } catch (RuntimeException defect) {
            // not this record's, whose rule is kept: the ones behind it must not wait for it
            LOG.errorf(defect, "a review stops until it is resumed topic=%s", name());
        }
    }

    @Override
    public String name() {
        return "certification-rule-changed";
    }

    @Override
    public String source() {
        return "/catalog-service";
    }

    @Override
    public RuleVersion decode(CloudEvent event) {
        return RuleVersion.from(event);
    }

    @Override
    public List<Verdict> apply(List<RuleVersion> facts) {
        return ruleBook.record(facts);
    }
}
