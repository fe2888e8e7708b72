package org.dualtraining.progress.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.dualtraining.progress.Facts;
import org.dualtraining.progress.credit.CreditFact;
import org.dualtraining.progress.eligibility.RuleVersion;
import org.dualtraining.progress.event.CloudEvent;
import org.dualtraining.progress.event.EventFields;
import org.dualtraining.progress.plan.PlanSnapshot;

/** What a seed lets happen to one plan and its target's rule, said hour by hour over about a month. */
final class RandomHistory {

    static final UUID CREDENTIAL = UUID.fromString("9d405162-7e8f-5091-b2a3-b4c5d6e7f809");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant BEGIN = Instant.parse("2026-04-12T05:00:00Z");

    final Facts facts = new Facts();
    private final Random random;
    private final List<Map<String, Object>> hours = new ArrayList<>();
    private final List<Map<String, Object>> credentials = new ArrayList<>();
    private final Map<Integer, Map<String, Object>> credited = new HashMap<>();
    private Instant now = BEGIN;
    private int epoch = 1;
    private long revision;

    RandomHistory(long seed) {
        this.random = new Random(seed);
    }

    /** When the last fact was said. */
    Instant now() {
        return now;
    }

    /** The first thing that is said makes the plan known. */
    Object first() {
        return plan();
    }

    Object next() {
        now = now.plus(Duration.ofHours(1 + random.nextInt(60)));
        return switch (random.nextInt(12)) {
            case 0 -> plan();
            case 1 -> {
                hours.add(Map.of("delivery", "ON_THE_JOB", "month", "2026-0" + (3 + random.nextInt(3)), "hours", 60));
                yield plan();
            }
            case 2 -> {
                credentials.add(credential());
                yield plan();
            }
            case 3 -> {
                facts.status =
                        List.of("ACTIVE", "ACTIVE", "SUSPENDED", "CANCELLED").get(random.nextInt(4));
                facts.anticipated = random.nextBoolean() ? null : day(60).toString();
                yield plan();
            }
            case 4, 5 -> rule();
            case 6 -> {
                if (random.nextInt(3) == 0) {
                    epoch++;
                    credited.clear();
                }
                yield plan();
            }
            default -> credit();
        };
    }

    private Object plan() {
        Map<String, Object> data = facts.plan(facts.nextVersion());
        data.put("hours", hours);
        data.put("priorCredentials", credentials);
        data.put("epoch", epoch);
        return PlanSnapshot.from(event(Facts.PLAN, facts.planId, data));
    }

    private Object credit() {
        int index = random.nextInt(facts.competencies.size());
        Map<String, Object> before = credited.get(index);
        if (before != null && random.nextInt(3) == 0) {
            before.put("version", facts.nextVersion());
            before.put("reason", "EVIDENCE_WITHDRAWN");
            credited.remove(index);
            return CreditFact.from(event(Facts.REVOKED, facts.apprenticeId, before));
        }
        Map<String, Object> data = facts.competency(
                index, facts.nextVersion(), day(0).toString(), random.nextBoolean() ? null : random.nextInt(5));
        data.put("epoch", epoch);
        credited.put(index, data);
        return CreditFact.from(event(before == null ? Facts.COMPLETED : Facts.CORRECTED, facts.apprenticeId, data));
    }

    private Object rule() {
        Map<String, Object> data = facts.rule((int) ++revision, tree());
        data.put("revision", revision);
        return RuleVersion.from(event(Facts.RULE, facts.certificationId, data));
    }

    private Object tree() {
        List<Object> parts = new ArrayList<>();
        for (UUID competency : facts.competencies) {
            if (random.nextInt(3) > 0) {
                parts.add(
                        random.nextBoolean()
                                ? Map.of("competency", competency)
                                : Map.of("competency", competency, "minimumRating", random.nextInt(4)));
            }
        }
        parts.add(
                random.nextBoolean()
                        ? Map.of("hours", Map.of("delivery", "ON_THE_JOB", "minimum", 60 + 60 * random.nextInt(2)))
                        : Map.of("credential", CREDENTIAL, "within", "P60D"));
        Object node = Map.of("atLeast", Map.of("n", 1 + random.nextInt(Math.min(2, parts.size())), "of", parts));
        return random.nextBoolean() ? node : Map.of("allOf", List.of(node), "validFor", "P20D");
    }

    private Map<String, Object> credential() {
        LocalDate on = day(0);
        return random.nextBoolean()
                ? Map.of("credentialId", CREDENTIAL, "awardedOn", on.toString())
                : Map.of(
                        "credentialId",
                        CREDENTIAL,
                        "awardedOn",
                        on.toString(),
                        "expiresOn",
                        on.plusDays(1 + random.nextInt(40)).toString());
    }

    /** Up to a month ago, and so many days ahead. */
    private LocalDate day(int ahead) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(random.nextInt(30 + ahead + 1) - 30);
    }

    private CloudEvent event(String type, UUID key, Map<String, Object> data) {
        data.put("recordedAt", now.toString());
        JsonNode content = JSON.valueToTree(data);
        String source = type.equals(Facts.RULE) ? "/catalog-service" : "/plan-service";
        return new CloudEvent(UUID.randomUUID(), source, type, key.toString(), EventFields.of(content));
    }
}
