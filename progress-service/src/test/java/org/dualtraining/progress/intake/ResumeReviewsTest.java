package org.dualtraining.progress.intake;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.TopicClient;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResumeReviewsTest {

    @Inject
    Jdbi jdbi;

    private final Facts facts = new Facts();
    private final Door door = new Door();
    private final TopicClient kafka = Door.kafka();

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    /** As a kill leaves it: the rule is there and its record is taken, and the plans were not reviewed. */
    @Test
    void a_review_that_was_cut_short_goes_on_without_the_rules_record() {
        facts.sendPlan(kafka);
        facts.sendCompletion(kafka, 0);
        facts.sendRule(kafka, 1, Map.of("competency", facts.competencies.get(0)));
        door.eligibilityWhen(facts.planId, plan -> plan.getBoolean("certifications[0].eligible"));
        awaitOne(
                "SELECT count(*) FROM certification WHERE certification_id = ? AND reviewed_through IS NULL",
                facts.certificationId);

        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM eligibility WHERE plan_id = ?", facts.planId);
            handle.execute(
                    "UPDATE certification SET reviewed_through = ? WHERE certification_id = ?",
                    new UUID(0, 0),
                    facts.certificationId);
        });

        awaitOne("SELECT count(*) FROM eligibility WHERE plan_id = ? AND eligible", facts.planId);
    }

    private void awaitOne(String sql, UUID id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> jdbi.<Integer, RuntimeException>withHandle(handle -> handle.createQuery(sql)
                                .bind(0, id)
                                .mapTo(Integer.class)
                                .one())
                        == 1);
    }
}
