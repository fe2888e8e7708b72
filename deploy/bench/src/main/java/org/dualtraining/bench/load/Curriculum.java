package org.dualtraining.bench.load;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dualtraining.local.PublishedSeed;
import org.dualtraining.testkit.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Apprentices in training, any number of them, each one told by a number: their plans over all competencies of the seed's
 * framework, and the {@value #EVENTS_PER_PLAN} events of each plan. The order of events is that of life: every event of a
 * batch is about another apprentice. The same numbers make the same events.
 */
public final class Curriculum {

    /** Each competency completed, and in the end one of them corrected or, in every fourth plan, revoked. */
    public static final int EVENTS_PER_PLAN = 16;

    /** Competencies of each plan. */
    public static final int LINES = EVENTS_PER_PLAN - 1;

    private static final int RELATED_INSTRUCTION = 10;
    private static final int EMPLOYERS = 40;
    private static final int PROVIDERS = 12;

    /** Two primes: consecutive events are of plans that lie far from each other, and no plan is met twice in a round. */
    private static final long STEP = 7_919;

    private static final long OTHER_STEP = 7_907;

    private static final LocalDate BEGIN = LocalDate.of(2025, 1, 6);

    private final UUID framework;
    private final int frameworkVersion;
    private final UUID target;
    private final List<Map.Entry<String, UUID>> competencies;
    private final Instant now = Instant.now();

    public Curriculum(PublishedSeed seed) {
        framework = seed.frameworkId();
        frameworkVersion = seed.version();
        target = seed.certification("CEHRS");
        competencies = seed.competencies().entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .limit(LINES)
                .toList();
    }

    /** The snapshots of the plans from one number up to before another. */
    public Stream<Event> plans(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(plan -> new Event(
                        Topics.TRAINING_PLAN_CHANGED,
                        id('a', plan),
                        "training-plan-changed.v1",
                        planId(plan),
                        snapshot(plan)));
    }

    /** How many plans some number of events needs. */
    public static int plansFor(int events) {
        return (events + EVENTS_PER_PLAN - 1) / EVENTS_PER_PLAN;
    }

    /** The first events of the plans from one number up to before another: first one event of each, then the next. */
    public Stream<Event> events(int from, int to, int limit) {
        int plans = to - from;
        long step = plans % STEP == 0 ? OTHER_STEP : STEP;
        return IntStream.range(0, Math.min(limit, plans * EVENTS_PER_PLAN)).mapToObj(i -> {
            int round = i / plans;
            int plan = from + (int) (((i % plans) * step + 31L * round) % plans);
            return event(plan, round);
        });
    }

    /** One plan's event of a round, from 0 to {@value #EVENTS_PER_PLAN} - 1. */
    public Event event(int plan, int round) {
        UUID id = id('e', (long) plan * EVENTS_PER_PLAN + round);
        LocalDate day = BEGIN.plusDays(14L * round + plan % 60);
        if (round < LINES) {
            return fact(id, plan, round, Kind.COMPLETED, round + 3, day, null);
        }
        int corrected = plan % LINES;
        UUID before = id('e', (long) plan * EVENTS_PER_PLAN + corrected);
        return fact(id, plan, corrected, isRevoked(plan) ? Kind.REVOKED : Kind.CORRECTED, round + 3, day, before);
    }

    /** Whether the plan's last event takes a credit away. */
    public static boolean isRevoked(int plan) {
        return plan % 4 == 3;
    }

    public static UUID planId(int plan) {
        return id('1', plan);
    }

    public static UUID apprenticeId(int plan) {
        return id('2', plan);
    }

    public UUID frameworkId() {
        return framework;
    }

    public UUID competencyId(int line) {
        return competencies.get(line).getValue();
    }

    /** How the competency of a line is taught. */
    public static String delivery(int line) {
        return line >= RELATED_INSTRUCTION ? "ON_THE_JOB" : "RELATED_INSTRUCTION";
    }

    /** Like a UUID version 7, close to its neighbours in an index. */
    private static UUID id(int kind, long number) {
        return new UUID(((1_750_000_000_000L + number) << 16) | 0x7000L | kind, 0x8000_0000_0000_0000L | number);
    }

    public static UUID lineId(int plan, int line) {
        return id('3', (long) plan * LINES + line);
    }

    public static UUID employerId(int plan) {
        return id('4', plan % EMPLOYERS);
    }

    private static UUID provider(int plan, int line) {
        return id('5', (plan + line) % PROVIDERS);
    }

    /** What an event says. */
    public enum Kind {
        COMPLETED("competency-completed.v1", ""),
        CORRECTED("competency-completion-corrected.v1", ",\"corrects\":\"%s\""),
        REVOKED("competency-completion-revoked.v1", ",\"reason\":\"entered for the wrong learner\",\"revokes\":\"%s\"");

        private final String type;
        private final String more;

        Kind(String type, String more) {
            this.type = type;
            this.more = more;
        }
    }

    /**
     * An event of any content.
     *
     * @param before the event that this one corrects or revokes
     */
    public Event fact(UUID id, int plan, int line, Kind kind, long version, LocalDate day, @Nullable UUID before) {
        boolean isOnTheJob = line >= RELATED_INSTRUCTION;
        String data = "{\"planId\":\"" + planId(plan) + "\",\"lineId\":\"" + lineId(plan, line)
                + "\",\"apprenticeId\":\"" + apprenticeId(plan)
                + "\",\"competencyId\":\"" + competencies.get(line).getValue()
                + "\",\"frameworkId\":\"" + framework
                + "\",\"frameworkVersion\":" + frameworkVersion
                + ",\"delivery\":\"" + delivery(line)
                + "\",\"basis\":\"" + (isOnTheJob ? "SIGN_OFF" : "COURSE_COMPLETION")
                + "\",\"completedOn\":\"" + day
                + "\",\"rating\":" + (isOnTheJob ? 3 + plan % 2 : null)
                + ",\"providerId\":" + (isOnTheJob ? null : "\"" + provider(plan, line) + "\"")
                + ",\"evidence\":{\"kind\":\"" + (isOnTheJob ? "SIGN_OFF" : "COURSE_COMPLETION")
                + "\",\"reference\":\"" + id('6', (long) plan * LINES + line)
                + "\"},\"epoch\":1,\"version\":" + version
                + ",\"recordedAt\":\"" + now + "\"" + kind.more.formatted(before) + "}";
        return new Event(Topics.COMPETENCY_COMPLETED, id, kind.type, apprenticeId(plan), data);
    }

    /** A certification that asks for one competency only, so that it is often gained and lost. */
    public Event touchyRule(UUID certification, int line) {
        String data = "{\"certificationId\":\"" + certification
                + "\",\"name\":\"Chaos\",\"abbreviation\":\"CHAOS\",\"frameworkId\":\"" + framework
                + "\",\"revision\":1,\"ruleVersion\":1,\"rule\":{\"allOf\":[{\"competency\":\""
                + competencyId(line) + "\"}]},\"ruleText\":\"one competency\",\"effectiveFrom\":\"" + BEGIN
                + "\",\"recordedAt\":\"" + now + "\"}";
        return new Event(
                Topics.CERTIFICATION_RULE_CHANGED,
                id('c', 0),
                "certification-rule-changed.v1",
                certification,
                data,
                "/catalog-service");
    }

    private String snapshot(int plan) {
        StringBuilder lines = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            boolean isOnTheJob = line >= RELATED_INSTRUCTION;
            lines.append(line == 0 ? "" : ",")
                    .append("{\"lineId\":\"")
                    .append(lineId(plan, line))
                    .append("\",\"competencyId\":\"")
                    .append(competencies.get(line).getValue())
                    .append("\",\"competencyName\":\"")
                    .append(competencies.get(line).getKey())
                    .append("\",\"delivery\":\"")
                    .append(delivery(line))
                    .append("\",\"disposition\":\"TRAIN\",\"providerId\":")
                    .append(isOnTheJob ? null : "\"" + provider(plan, line) + "\"")
                    .append(",\"providerName\":")
                    .append(isOnTheJob ? null : "\"College " + (plan + line) % PROVIDERS + "\"")
                    .append(",\"core\":true,\"minimumRating\":")
                    .append(isOnTheJob ? 3 : null)
                    .append(",\"anticipatedCompletionDate\":\"")
                    .append(BEGIN.plusDays(20L * line + plan % 90))
                    .append("\"}");
        }
        return "{\"planId\":\"" + planId(plan) + "\",\"apprenticeId\":\"" + apprenticeId(plan)
                + "\",\"employerId\":\"" + employerId(plan)
                + "\",\"employerName\":\"Clinic " + plan % EMPLOYERS
                + "\",\"frameworkId\":\"" + framework
                + "\",\"frameworkVersion\":" + frameworkVersion
                + ",\"frameworkTitle\":\"Electronic Health Records Specialists\",\"occupationId\":\"" + id('7', 0)
                + "\",\"occupationTitle\":\"Electronic Health Records Specialist\",\"targetCertificationId\":\""
                + target + "\",\"status\":\"ACTIVE\",\"lines\":[" + lines
                + "],\"epoch\":1,\"version\":2,\"recordedAt\":\"" + now + "\"}";
    }
}
