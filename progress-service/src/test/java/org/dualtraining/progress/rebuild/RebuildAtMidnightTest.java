package org.dualtraining.progress.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.progress.OwnServers;
import org.dualtraining.progress.rebuild.RebuildStage.Name;
import org.dualtraining.testkit.TopicClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day begins while a rebuild works: what it begins and what it ends is told once. */
@QuarkusTest
@TestProfile(OwnServers.class)
class RebuildAtMidnightTest {

    private final Door door = new Door();

    @Inject
    RebuildDoor rebuilds;

    @Inject
    StageWatch watch;

    private TopicClient kafka;

    @BeforeEach
    void open() {
        kafka = Door.kafka();
    }

    @AfterEach
    void close() {
        watch.forget();
        kafka.close();
    }

    @Test
    void what_begins_and_what_ends_at_a_midnight_is_told_once_at_whatever_stage_it_strikes() {
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(Name.values().length + 1);
        AtomicReference<LocalDate> day = new AtomicReference<>(first);
        QuarkusMock.installMockForType(new DayClock(day), Clock.class);
        for (Name stage : Name.values()) {
            LocalDate today = day.get();
            Facts ends = eligibleForThirtyDaysFrom(today.minusDays(29));
            Facts begins = eligibleForThirtyDaysFrom(today.plusDays(1));
            door.eligibilityWhen(ends.planId, answer -> answer.getBoolean("certifications[0].eligible"));
            door.progressWhen(begins.planId, progress -> progress.getInt("credited") == 1);
            door.intakeWhenIdle();
            AtomicBoolean isMidnight = new AtomicBoolean();
            AtomicReference<Throwable> fault = new AtomicReference<>();
            watch.react(reached -> {
                if (reached == stage && isMidnight.compareAndSet(false, true)) {
                    day.set(today.plusDays(1));
                    try {
                        awaitMidnight(stage, ends, begins);
                    } catch (RuntimeException | Error e) {
                        fault.set(e);
                    }
                }
            });

            JsonPath swapped = rebuilds.run(false);

            assertThat(isMidnight).as(stage.name()).isTrue();
            assertThat(fault.get()).as(stage.name()).isNull();
            assertThat(swapped.getString("state")).as(stage.name()).isEqualTo("SWAPPED");
            assertThat(swapped.getList("tables.findAll{!it.equal}.table"))
                    .as(stage.name())
                    .isEmpty();
            door.eligibilityWhen(ends.planId, answer -> !answer.getBoolean("certifications[0].eligible"));
            door.eligibilityWhen(begins.planId, answer -> answer.getBoolean("certifications[0].eligible"));
            assertThat(rebuilds.run(true).getList("tables.findAll{!it.equal}.table"))
                    .as("figures are what the decisions say after midnight at " + stage)
                    .isEmpty();
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(announcedEligible(ends)).as(stage.name()).containsExactly(true, false);
                assertThat(announcedEligible(begins)).as(stage.name()).containsExactly(true);
            });
        }
    }

    /** Until the day is followed; while the intake is held it is not. */
    private void awaitMidnight(Name stage, Facts ends, Facts begins) {
        boolean isHeld = stage == Name.LEVEL || stage == Name.EXCHANGED;
        Callable<Boolean> isFollowed = () ->
                announcedEligible(ends).size() == 2 && announcedEligible(begins).size() == 1;
        if (isHeld) {
            Awaitility.await()
                    .during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> announcedEligible(ends).size() == 1
                            && announcedEligible(begins).isEmpty());
        } else {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(isFollowed);
        }
    }

    private Facts eligibleForThirtyDaysFrom(LocalDate completedOn) {
        Facts facts = new Facts();
        facts.sendPlan(kafka);
        facts.sendRule(
                kafka,
                1,
                Map.<String, Object>of(
                        "allOf", List.of(Map.of("competency", facts.competencies.get(0))), "validFor", "P30D"));
        facts.sendCompetency(
                kafka, Facts.COMPLETED, facts.competency(0, facts.nextVersion(), completedOn.toString(), null));
        return facts;
    }

    private List<Boolean> announcedEligible(Facts facts) {
        return RebuildDoor.announced(kafka, facts).stream()
                .map(data -> JsonPath.from(data).getBoolean("eligible"))
                .toList();
    }
}
