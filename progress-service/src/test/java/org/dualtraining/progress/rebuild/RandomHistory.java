package org.dualtraining.progress.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.dualtraining.progress.Facts;
import org.dualtraining.testkit.TopicClient;

/** What colleges, employers and agencies do in some years, as records on the topics: in any order, repeated, and poisoned. */
final class RandomHistory {

    private static final List<String> STATUSES = List.of("ACTIVE", "ACTIVE", "ACTIVE", "SUSPENDED", "CANCELLED");

    private final Random random;
    private final TopicClient kafka;
    private final List<Facts> people = new ArrayList<>();
    private int ruleVersion;
    private boolean areRulesFixed;

    RandomHistory(long seed, TopicClient kafka) {
        this.random = new Random(seed);
        this.kafka = kafka;
    }

    /** Of one employer, framework and certification. */
    List<Facts> people() {
        return people;
    }

    /** From now on; the plans that a new rule concerns are reviewed a moment after it was taken in. */
    void rulesStay() {
        areRulesFixed = true;
    }

    void go(int newPeople, int records) {
        for (int i = 0; i < newPeople; i++) {
            people.add(people.isEmpty() ? new Facts() : people.get(0).another());
        }
        for (int i = 0; i < records; i++) {
            say(people.get(random.nextInt(people.size())));
        }
    }

    private void say(Facts person) {
        switch (random.nextInt(areRulesFixed ? 11 : 12)) {
            case 0 -> plan(person);
            case 11 ->
                person.sendRule(kafka, ++ruleVersion, random.nextBoolean() ? person.needsBoth() : needsOne(person));
            case 2 ->
                kafka.send(
                        "competency-completed", person.apprenticeId.toString(), Map.of("ce_id", "none"), "{\"no\": ");
            case 3 -> twice(person);
            default -> credit(person, UUID.randomUUID());
        }
    }

    private void plan(Facts person) {
        person.status = STATUSES.get(random.nextInt(STATUSES.size()));
        person.anticipated = random.nextBoolean() ? "2026-0" + (1 + random.nextInt(9)) + "-15" : null;
        person.sendPlan(kafka);
    }

    private static Object needsOne(Facts person) {
        return Map.of("competency", person.competencies.get(0));
    }

    private void twice(Facts person) {
        UUID eventId = UUID.randomUUID();
        Map<String, Object> data = person.competency(random.nextInt(3), person.nextVersion(), day(), null);
        for (int i = 0; i < 2; i++) {
            send(person, Facts.COMPLETED, eventId, data);
        }
    }

    private void credit(Facts person, UUID eventId) {
        Map<String, Object> data = person.competency(
                random.nextInt(3), person.nextVersion(), day(), random.nextBoolean() ? null : random.nextInt(5));
        switch (random.nextInt(4)) {
            case 0 -> {
                data.put("reason", "EVIDENCE_WITHDRAWN");
                data.put("revokes", UUID.randomUUID());
                send(person, Facts.REVOKED, eventId, data);
            }
            case 1 -> {
                data.put("corrects", UUID.randomUUID());
                send(person, Facts.CORRECTED, eventId, data);
            }
            default -> send(person, Facts.COMPLETED, eventId, data);
        }
    }

    private void send(Facts person, String type, UUID eventId, Map<String, Object> data) {
        Facts.sendBinary(kafka, "competency-completed", person.apprenticeId, "/plan-service", type, eventId, data);
    }

    private String day() {
        return "2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
    }
}
