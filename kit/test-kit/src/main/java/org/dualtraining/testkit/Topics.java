package org.dualtraining.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the system, in the one place where the launcher and the tests look. */
public final class Topics {

    public static final String COMPETENCY_COMPLETED = "competency-completed";
    public static final String TRAINING_PLAN_CHANGED = "training-plan-changed";
    public static final String CERTIFICATION_RULE_CHANGED = "certification-rule-changed";
    public static final String CERTIFICATION_ELIGIBILITY_CHANGED = "certification-eligibility-changed";
    public static final String COMPETENCY_COMPLETED_DLQ = "competency-completed-dlq";

    /** Fixed for ever: another number would give an apprentice's later events to another partition. */
    public static final int PARTITIONS = 12;

    private static final Map<String, String> LOG = Map.of("cleanup.policy", "delete", "retention.ms", "-1");
    private static final Map<String, String> LATEST_PER_KEY = Map.of("cleanup.policy", "compact");

    private static final Map<String, Map<String, String>> SETTINGS = Map.of(
            COMPETENCY_COMPLETED, LOG,
            TRAINING_PLAN_CHANGED, LATEST_PER_KEY,
            CERTIFICATION_RULE_CHANGED, LATEST_PER_KEY,
            CERTIFICATION_ELIGIBILITY_CHANGED, LOG,
            COMPETENCY_COMPLETED_DLQ, LOG);

    private Topics() {}

    public static Set<String> names() {
        return SETTINGS.keySet();
    }

    /** Creates what is not there. */
    static void create(Admin admin) {
        List<NewTopic> wanted = new ArrayList<>();
        SETTINGS.forEach((name, settings) -> wanted.add(new NewTopic(name, PARTITIONS, (short) 1).configs(settings)));
        admin.createTopics(wanted).values().forEach((name, created) -> {
            try {
                created.get(30, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new IllegalStateException("Topic " + name + " was not created", e.getCause());
                }
            } catch (TimeoutException e) {
                throw new IllegalStateException("Topic " + name + " was not created within 30 s", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }
}
