package org.dualtraining.progress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.progress.credit.CreditFact;
import org.dualtraining.progress.eligibility.RuleVersion;
import org.dualtraining.progress.plan.PlanSnapshot;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Histories at random: what is folded from the facts is what was answered when those facts were all there was. */
@QuarkusTest
class TwoTimesTest {

    private static final int HISTORIES = 5;
    private static final int FACTS = 18;

    @Inject
    CompetencyCompletedConsumer credits;

    @Inject
    TrainingPlanChangedConsumer plans;

    @Inject
    CertificationRuleChangedConsumer rules;

    @Inject
    ReviewPlansOfRule reviewOfRule;

    @Inject
    ReviewDuePlans reviewOfDay;

    @Inject
    Jdbi jdbi;

    private final Door door = new Door();
    private final long first = Long.getLong("history.seed", System.nanoTime());

    @Test
    void a_fold_of_what_was_known_is_the_answer_that_was_given_then() {
        for (long seed = first; seed < first + HISTORIES; seed++) {
            RandomHistory history = new RandomHistory(seed);
            List<String> paths = List.of(
                    "/training-plans/" + history.facts.planId + "/progress",
                    "/training-plans/" + history.facts.planId + "/eligibility",
                    "/apprentices/" + history.facts.apprenticeId + "/progress",
                    "/certifications/" + history.facts.certificationId + "/eligible-apprentices");
            List<Then> answers = new ArrayList<>();
            for (int said = 0; said < FACTS; said++) {
                Object fact = said == 0 ? history.first() : history.next();
                setClock(history.now());
                apply(fact);
                settle(history.facts.planId, history.now());
                for (String path : paths) {
                    answers.add(new Then(path, history.now(), answer(path)));
                }
            }
            for (Then then : answers) {
                String where = then.path() + " seed " + seed + " at " + then.at();
                assertThat(answer(then.path() + "?knownAt=" + then.at()))
                        .as(where)
                        .isEqualTo(then.answer());
                String day = LocalDate.ofInstant(then.at(), ZoneOffset.UTC).toString();
                assertThat(answer(then.path() + "?asOf=" + day + "&knownAt=" + then.at()))
                        .as(where)
                        .isEqualTo(then.answer());
            }
            for (String path : paths) {
                String today =
                        LocalDate.ofInstant(history.now(), ZoneOffset.UTC).toString();
                assertThat(answer(path + "?asOf=" + today))
                        .as("%s seed %d", path, seed)
                        .isEqualTo(answer(path));
            }
        }
    }

    private static void setClock(Instant now) {
        QuarkusMock.installMockForType(Clock.fixed(now, ZoneOffset.UTC), Clock.class);
    }

    private void apply(Object fact) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (fact instanceof PlanSnapshot snapshot) {
                plans.apply(List.of(snapshot));
            } else if (fact instanceof CreditFact credit) {
                credits.apply(List.of(credit));
            } else {
                rules.apply(List.of((RuleVersion) fact));
            }
        });
        boolean more = true;
        while (more) {
            more = reviewOfRule.nextChunk();
        }
    }

    /** Until what is decided is what the day makes of it. */
    private void settle(UUID planId, Instant now) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            reviewOfDay.chunkAfter(new UUID(planId.getMostSignificantBits(), planId.getLeastSignificantBits() - 1));
            return jdbi.withHandle(h -> h.createQuery(
                                    "SELECT count(*) FROM eligibility WHERE plan_id = :plan AND changes_on <= :today")
                            .bind("plan", planId)
                            .bind("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                            .mapTo(Integer.class)
                            .one())
                    == 0;
        });
    }

    /** Without the two times, which are those of the question. */
    private String answer(String path) {
        Response response = door.get(door.tokens().agency(), path);
        assertThat(response.statusCode()).as(path + " " + response.asString()).isIn(200, 404);
        if (response.statusCode() == 404) {
            return "404";
        }
        Map<String, Object> answer = new TreeMap<>(response.jsonPath().getMap(""));
        answer.remove("asOf");
        answer.remove("knownAt");
        if (answer.get("plans") instanceof List<?> each) {
            each.forEach(plan -> {
                ((Map<?, ?>) plan).remove("asOf");
                ((Map<?, ?>) plan).remove("knownAt");
            });
        }
        return Facts.json(answer);
    }

    private record Then(String path, Instant at, String answer) {}
}
