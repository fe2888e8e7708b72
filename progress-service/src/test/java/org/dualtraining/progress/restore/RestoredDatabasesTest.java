package org.dualtraining.progress.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.dualtraining.kit.epoch.ServiceEpoch;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.TopicClient;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** After a restore of either database this service ends in plan-service's truth (guarantees R23, D6). */
@QuarkusTest
class RestoredDatabasesTest {

    private static final int PLANS = 24;

    private final Door door = new Door();

    @Inject
    RaiseEpoch raiseEpoch;

    @Inject
    ServiceEpoch epoch;

    @Inject
    Jdbi jdbi;

    @Test
    void what_a_restored_plan_service_has_forgotten_counts_no_more_in_whatever_order_the_epochs_arrive() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Facts> people = new ArrayList<>();
        try (TopicClient kafka = Door.kafka()) {
            for (int i = 0; i < PLANS; i++) {
                Facts person = new Facts();
                people.add(person);
                List<Runnable> records = new ArrayList<>(List.of(
                        () -> plan(kafka, person, 1, 1),
                        () -> completion(kafka, person, 0, 1, 2, "2026-05-15"),
                        // acknowledged and said after the backup, and forgotten by the restore
                        () -> completion(kafka, person, 1, 1, 3, "2026-05-16"),
                        () -> plan(kafka, person, 1, 4),
                        // said anew, under versions that were used
                        () -> plan(kafka, person, 2, 3),
                        () -> completion(kafka, person, 0, 2, 4, "2026-05-15")));
                Collections.shuffle(records, random);
                records.forEach(Runnable::run);
            }
        }

        door.intakeWhenIdle();

        for (Facts person : people) {
            Map<String, Object> lines = door.read("/training-plans/" + person.planId + "/progress")
                    .getMap("lines.collectEntries{[it.competencyId, it.state]}");
            assertThat(lines)
                    .containsEntry(person.competencies.get(0).toString(), "CREDITED")
                    .containsEntry(person.competencies.get(1).toString(), "OPEN");
        }
    }

    @Test
    void its_own_restored_database_begins_a_new_epoch_by_itself() {
        int before = epoch.current();
        raiseEpoch.handle();
        assertThat(epoch.current()).isEqualTo(before);
        jdbi.useHandle(h -> h.execute("UPDATE service_epoch SET database_identity = 'another/00000001/1/1'"));

        raiseEpoch.handle();
        raiseEpoch.handle();

        assertThat(epoch.current()).isEqualTo(before + 1);
    }

    /** With the same key an id from before the restore would be taken for one of the numbers that are used again. */
    @Test
    void its_own_restored_database_begins_new_ids_of_the_stream() {
        UUID before = streamKey();
        raiseEpoch.handle();
        assertThat(streamKey()).isEqualTo(before);
        jdbi.useHandle(h -> h.execute("UPDATE service_epoch SET database_identity = 'another/00000001/1/1'"));

        raiseEpoch.handle();

        UUID after = streamKey();
        assertThat(after).isNotEqualTo(before);
        raiseEpoch.handle();
        assertThat(streamKey()).isEqualTo(after);
    }

    private UUID streamKey() {
        return jdbi.withHandle(h ->
                h.createQuery("SELECT secret FROM change_key").mapTo(UUID.class).one());
    }

    private static void plan(TopicClient kafka, Facts person, int inEpoch, long version) {
        Map<String, Object> data = person.plan(version);
        data.put("epoch", inEpoch);
        Facts.sendBinary(
                kafka, "training-plan-changed", person.planId, "/plan-service", Facts.PLAN, UUID.randomUUID(), data);
    }

    private static void completion(
            TopicClient kafka, Facts person, int index, int inEpoch, long version, String completedOn) {
        Map<String, Object> data = person.competency(index, version, completedOn, null);
        data.put("epoch", inEpoch);
        person.sendCompetency(kafka, Facts.COMPLETED, data);
    }
}
