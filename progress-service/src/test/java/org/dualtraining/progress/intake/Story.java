package org.dualtraining.progress.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.dualtraining.progress.Facts;
import org.jspecify.annotations.Nullable;

/**
 * What is said about one plan, and what must follow from any part of it in any order: the model that schedules are held
 * against. It shares no code with the service.
 */
final class Story {

    /** What is said to whom. */
    record Message(String topic, String source, UUID key, String type, UUID eventId, Map<String, Object> data) {}

    /** A certification that the plans of some stories may aim at; its rules come at the same time for all of them. */
    static final class World {

        final Facts facts = new Facts();
        private final UUID elsewhere = UUID.randomUUID();
        final List<Message> rules = new ArrayList<>();

        Message rule(int version) {
            Map<String, Object> data = facts.rule(version, tree(version));
            data.put("frameworkId", framework(version));
            return new Message(
                    "certification-rule-changed",
                    "/catalog-service",
                    facts.certificationId,
                    Facts.RULE,
                    UUID.randomUUID(),
                    data);
        }

        /** Of the framework of the plans at first, and from version to version of another one and back. */
        private UUID framework(int version) {
            return version % 2 == 1 ? facts.frameworkId : elsewhere;
        }

        /** Whether that version of the rule has a say in a plan. */
        boolean concerns(Message plan, int version) {
            return facts.certificationId.equals(plan.data().get("targetCertificationId"))
                    || framework(version).equals(plan.data().get("frameworkId"));
        }

        private Object tree(int version) {
            return switch (version % 3) {
                case 1 -> facts.needsBoth();
                case 2 -> Map.of("competency", facts.competencies.get(1), "minimumRating", 3);
                default ->
                    Map.of(
                            "atLeast",
                            Map.of(
                                    "n",
                                    2,
                                    "of",
                                    facts.competencies.stream()
                                            .map(id -> Map.of("competency", id))
                                            .toList()));
            };
        }

        /** What the rule of that version, said above, asks for. */
        static boolean isSatisfied(int version, List<@Nullable Integer> ratings, List<Boolean> credited) {
            Integer second = ratings.get(1);
            return switch (version % 3) {
                case 1 -> credited.get(0) && credited.get(1);
                case 2 -> credited.get(1) && second != null && second >= 3;
                default -> credited.stream().filter(is -> is).count() >= 2;
            };
        }
    }

    final World world;
    final Facts facts;
    final List<Message> messages = new ArrayList<>();
    private int epoch = 1;

    Story(World world) {
        this.world = world;
        this.facts = world.facts.another();
    }

    /**
     * Snapshots, records, corrections, revocations and reinstatements; upgrades of the plan, also to another framework and
     * target; sometimes a restore.
     */
    static Story random(World world, Random random) {
        Story story = new Story(world);
        story.snapshot();
        for (int steps = 2 + random.nextInt(8); steps > 0; steps--) {
            switch (random.nextInt(8)) {
                case 0 -> {
                    story.facts.status = random.nextBoolean() ? "SUSPENDED" : "ACTIVE";
                    story.snapshot();
                }
                case 1 -> story.upgrade(random);
                case 2 -> story.move(random);
                default -> story.say(random.nextInt(3), random);
            }
        }
        if (random.nextInt(8) == 0) {
            story.restore(random);
        }
        return story;
    }

    Message snapshot() {
        return snapshot(List.of(true, true, true));
    }

    private Message snapshot(List<Boolean> lines) {
        Map<String, Object> data = facts.plan(facts.nextVersion());
        data.put("epoch", epoch);
        List<Object> kept = new ArrayList<>();
        List<?> all = linesOf(data);
        for (int i = 0; i < all.size(); i++) {
            if (lines.get(i)) {
                kept.add(all.get(i));
            }
        }
        data.put("lines", kept);
        return add("training-plan-changed", facts.planId, Facts.PLAN, data);
    }

    private void upgrade(Random random) {
        snapshot(List.of(random.nextBoolean(), random.nextBoolean(), random.nextBoolean()));
    }

    private void move(Random random) {
        facts.frameworkId = List.of(world.facts.frameworkId, world.elsewhere, UUID.randomUUID())
                .get(random.nextInt(3));
        facts.certificationId = random.nextBoolean() ? world.facts.certificationId : UUID.randomUUID();
        snapshot();
    }

    /** The plan goes back to an earlier version and lives on in another epoch: versions are used again. */
    private void restore(Random random) {
        epoch++;
        facts.restartVersionsAt(random.nextInt(3));
        snapshot();
        for (int steps = random.nextInt(4); steps > 0; steps--) {
            say(random.nextInt(3), random);
        }
    }

    private void say(int competency, Random random) {
        String type = List.of(Facts.COMPLETED, Facts.CORRECTED, Facts.REVOKED).get(random.nextInt(3));
        say(competency, type, "2026-0" + (1 + random.nextInt(9)) + "-11", random.nextInt(5));
    }

    Message say(int competency, String type, String day, int rating) {
        Map<String, Object> data = facts.competency(competency, facts.nextVersion(), day, rating);
        data.put("epoch", epoch);
        return add("competency-completed", facts.apprenticeId, type, data);
    }

    private Message add(String topic, UUID key, String type, Map<String, Object> data) {
        Message message = new Message(topic, "/plan-service", key, type, UUID.randomUUID(), data);
        messages.add(message);
        return message;
    }

    /** What must be the case when these messages have come, and this is the newest rule; empty while the plan is unknown. */
    Optional<String> stateAfter(Iterable<Message> arrived, int ruleVersion) {
        Message plan = null;
        for (Message message : arrived) {
            if (message.type().equals(Facts.PLAN) && (plan == null || isNewer(message, plan))) {
                plan = message;
            }
        }
        return plan == null ? Optional.empty() : Optional.of(state(plan, arrived, ruleVersion));
    }

    private String state(Message plan, Iterable<Message> arrived, int ruleVersion) {
        Map<UUID, Message> latest = new HashMap<>();
        for (Message message : arrived) {
            if (!message.type().equals(Facts.PLAN) && number(message, "epoch") == number(plan, "epoch")) {
                latest.merge((UUID) message.data().get("competencyId"), message, (a, b) -> isNewer(a, b) ? a : b);
            }
        }
        Map<Object, Map<?, ?>> lines = new LinkedHashMap<>();
        for (Object line : linesOf(plan.data())) {
            lines.put(((Map<?, ?>) line).get("competencyId"), (Map<?, ?>) line);
        }
        int[] counts = new int[4];
        List<String> words = new ArrayList<>();
        List<Boolean> credited = new ArrayList<>();
        List<@Nullable Integer> ratings = new ArrayList<>();
        for (UUID competency : facts.competencies) {
            Message word = latest.get(competency);
            boolean isCredited = word != null && !word.type().equals(Facts.REVOKED);
            credited.add(isCredited);
            ratings.add(word == null ? null : (Integer) word.data().get("rating"));
            Map<?, ?> line = lines.get(competency);
            if (line != null && !"EXCLUDED".equals(line.get("disposition"))) {
                int delivery = "RELATED_INSTRUCTION".equals(line.get("delivery")) ? 0 : 2;
                counts[delivery]++;
                counts[delivery + 1] += isCredited ? 1 : 0;
            }
            if (word != null) {
                words.add((isCredited ? "CREDITED" : "REVOKED")
                        + word.data().get("completedOn")
                        + word.data().get("rating")
                        + word.eventId());
            }
        }
        words.sort(Comparator.naturalOrder());
        boolean isEligible = ruleVersion > 0
                && world.concerns(plan, ruleVersion)
                && World.isSatisfied(ruleVersion, ratings, credited);
        return plan.data().get("status") + " " + counts[0] + " " + counts[1] + " " + counts[2] + " " + counts[3] + " "
                + credited.stream().filter(is -> is).count() + " " + isEligible + " " + String.join(" ", words);
    }

    private static boolean isNewer(Message a, Message b) {
        return number(a, "epoch") != number(b, "epoch")
                ? number(a, "epoch") > number(b, "epoch")
                : number(a, "version") > number(b, "version");
    }

    private static long number(Message message, String member) {
        return ((Number) Objects.requireNonNull(message.data().get(member))).longValue();
    }

    private static List<?> linesOf(Map<String, Object> plan) {
        return (List<?>) Objects.requireNonNull(plan.get("lines"));
    }
}
