package org.dualtraining.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dualtraining.progress.event.Poison;
import org.jboss.logging.Logger;

/**
 * Takes records in once more, by the code that took them in before, into the tables of schema {@code shadow}. What fails
 * for a reason that passes is thrown: the history does not run away.
 */
@ApplicationScoped
public class SecondIntake {

    private static final Logger LOG = Logger.getLogger(SecondIntake.class);

    private final Map<String, Topic<?>> topics;
    private final List<String> order;
    private final ShadowIntake shadow;

    @Inject
    SecondIntake(
            CertificationRuleChangedConsumer rules,
            TrainingPlanChangedConsumer plans,
            CompetencyCompletedConsumer completions,
            ShadowIntake shadow) {
        this.topics = Stream.of(rules, plans, completions).collect(Collectors.toMap(Topic::name, Function.identity()));
        this.order = List.of(rules.name(), plans.name(), completions.name());
        this.shadow = shadow;
    }

    /** The topics in the order in which they are best read: a fact after what it speaks of. Any order ends the same. */
    public List<String> topics() {
        return order;
    }

    /** Returns when every record has taken effect or was refused. */
    public void take(String topic, List<ConsumerRecord<byte[], byte[]>> records) {
        take(Objects.requireNonNull(topics.get(topic)), records);
    }

    /** Holds rules against plans that were there before them, and all plans against the day. */
    public void review() {
        boolean more = true;
        while (more) {
            more = shadow.reviewNextPlans();
        }
        Optional<UUID> last = Optional.of(FollowTheDay.BEFORE_ALL);
        while (last.isPresent()) {
            last = shadow.reviewDuePlansAfter(last.get());
        }
    }

    private <F> void take(Topic<F> topic, List<ConsumerRecord<byte[], byte[]>> records) {
        List<Received<F>> batch = new ArrayList<>(records.size());
        records.forEach(polled -> batch.add(Received.decode(polled, topic)));
        try {
            shadow.apply(topic, batch);
        } catch (RuntimeException fault) {
            requireBlame(fault);
            batch.forEach(received -> takeOne(topic, received));
        }
    }

    private <F> void takeOne(Topic<F> topic, Received<F> received) {
        try {
            shadow.apply(topic, List.of(received));
        } catch (RuntimeException fault) {
            requireBlame(fault);
            LOG.warnf(
                    "unprocessable again topic=%s partition=%d offset=%d",
                    received.topic(), received.partition(), received.offset());
            shadow.apply(topic, List.of(received.poisonedBy(Poison.unprocessable())));
        }
    }

    private static void requireBlame(RuntimeException fault) {
        if (!Patience.blamesRecord(fault)) {
            throw fault;
        }
    }
}
