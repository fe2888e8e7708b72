package org.dualtraining.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
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

    private static final Set<String> NAMES = Set.of(
            COMPETENCY_COMPLETED,
            TRAINING_PLAN_CHANGED,
            CERTIFICATION_RULE_CHANGED,
            CERTIFICATION_ELIGIBILITY_CHANGED,
            COMPETENCY_COMPLETED_DLQ);

    /** Each topic is a history: what derives its state from it can be built anew at any time. */
    private static final Map<String, String> KEPT_WITHOUT_LIMIT =
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");

    private Topics() {}

    public static Set<String> names() {
        return NAMES;
    }

    /** Creates what is not there, and sets what is there to be kept without limit, whatever it was made with. */
    static void create(Admin admin) {
        List<NewTopic> wanted = NAMES.stream()
                .map(name -> new NewTopic(name, PARTITIONS, (short) 1).configs(KEPT_WITHOUT_LIMIT))
                .toList();
        Set<String> found = new HashSet<>();
        admin.createTopics(wanted).values().forEach((name, created) -> {
            try {
                created.get(30, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new IllegalStateException("Topic " + name + " was not created", e.getCause());
                }
                found.add(name);
            } catch (TimeoutException e) {
                throw new IllegalStateException("Topic " + name + " was not created within 30 s", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
        keep(admin, found);
    }

    private static void keep(Admin admin, Set<String> topics) {
        List<AlterConfigOp> settings = new ArrayList<>();
        KEPT_WITHOUT_LIMIT.forEach((name, value) ->
                settings.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        topics.forEach(topic -> changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), settings));
        try {
            admin.incrementalAlterConfigs(changes).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The topics were not set to be kept without limit", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
