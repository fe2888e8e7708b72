package org.dualtraining.progress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.dualtraining.progress.Door;
import org.dualtraining.progress.Facts;
import org.dualtraining.progress.intake.Story.Message;
import org.dualtraining.progress.intake.Story.World;
import org.dualtraining.testkit.TopicClient;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Whatever the order and the repeats, the state is what the model says of the messages that have come: after each step
 * where all orders are tried, at the end where they are random. Stories are independent of each other and go side by side.
 */
@QuarkusTest
class EndStateTest {

    private static final Logger LOG = Logger.getLogger(EndStateTest.class);
    private static final int RECORD = 0;
    private static final int RULE = 5;

    private final Stage stage;

    EndStateTest(Stage stage) {
        this.stage = stage;
    }

    @Test
    void all_orders_with_every_single_repeat_are_right_after_every_step() {
        List<List<Integer>> sequences = new ArrayList<>();
        for (List<Integer> order : orders(List.of(RECORD, 1, 2, 3, 4, RULE))) {
            sequences.add(order);
            for (int first = 0; first < order.size(); first++) {
                for (int again = first + 1; again <= order.size(); again++) {
                    List<Integer> repeated = new ArrayList<>(order);
                    repeated.add(again, order.get(first));
                    sequences.add(repeated);
                }
            }
        }
        assertThat(sequences).hasSize(720 * 22);

        Map<List<Integer>, World> worlds = new HashMap<>();
        Map<Story, List<Integer>> cast = new HashMap<>();
        for (List<Integer> sequence : sequences) {
            World world = worlds.computeIfAbsent(placesOf(RULE, sequence), places -> new World());
            cast.put(recordCorrectRevokeReinstate(world), sequence);
        }
        worlds.values().forEach(world -> world.rules.add(world.rule(2)));
        Random random = new Random(1);
        for (int step = 0; step < 7; step++) {
            List<Message> now = new ArrayList<>();
            for (Map.Entry<Story, List<Integer>> played : cast.entrySet()) {
                if (step < played.getValue().size() && played.getValue().get(step) != RULE) {
                    now.add(played.getKey().messages.get(played.getValue().get(step)));
                }
            }
            for (Map.Entry<List<Integer>, World> world : worlds.entrySet()) {
                if (world.getKey().contains(step)) {
                    now.add(world.getValue().rules.get(0));
                }
            }
            stage.play(now, random);
            Map<UUID, String> states = stage.statesOf(cast.keySet());
            for (Map.Entry<Story, List<Integer>> played : cast.entrySet()) {
                List<Integer> soFar = played.getValue()
                        .subList(0, Math.min(step + 1, played.getValue().size()));
                List<Message> arrived = soFar.stream()
                        .filter(token -> token != RULE)
                        .map(played.getKey().messages::get)
                        .toList();
                assertThat(states.get(played.getKey().facts.planId))
                        .as("after %s of %s", soFar, played.getValue())
                        .isEqualTo(played.getKey()
                                .stateAfter(arrived, soFar.contains(RULE) ? 2 : 0)
                                .orElse(null));
            }
        }
        assertThat(stage.openBooks()).containsOnly(0L);
    }

    /** 0 records and 1 corrects, 2 revokes and 3 reinstates the competency that the rule asks for; 4 is the plan. */
    private static Story recordCorrectRevokeReinstate(World world) {
        Story story = new Story(world);
        Message record = story.say(1, Facts.COMPLETED, "2026-05-11", 2);
        Message correct = story.say(1, Facts.CORRECTED, "2026-04-11", 3);
        Message revoke = story.say(1, Facts.REVOKED, "2026-04-11", 3);
        Message reinstate = story.say(1, Facts.COMPLETED, "2026-06-11", 4);
        Message plan = story.snapshot();
        story.messages.clear();
        story.messages.addAll(List.of(record, correct, revoke, reinstate, plan));
        return story;
    }

    @Test
    void ten_thousand_random_schedules_end_as_the_model_says() {
        long seed = System.nanoTime();
        LOG.infof("random schedules seed=%d", seed);
        Random random = new Random(seed);
        List<Story> stories = new ArrayList<>();
        Map<World, List<Message>> rules = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            World world = new World();
            for (int version = 1; version <= 1 + random.nextInt(4); version++) {
                world.rules.add(world.rule(version));
            }
            rules.put(world, shuffledWithRepeats(world.rules, random));
            for (int j = 0; j < 100; j++) {
                stories.add(Story.random(world, random));
            }
        }
        Map<Story, List<Message>> schedules = new HashMap<>();
        stories.forEach(story -> schedules.put(story, shuffledWithRepeats(story.messages, random)));
        int longest = schedules.values().stream().mapToInt(List::size).max().orElseThrow();
        for (int step = 0; step < longest; step++) {
            List<Message> now = new ArrayList<>();
            for (List<Message> schedule : schedules.values()) {
                if (step < schedule.size()) {
                    now.add(schedule.get(step));
                }
            }
            Collections.shuffle(now, random);
            for (List<Message> schedule : rules.values()) {
                if (step < schedule.size()) {
                    now.add(schedule.get(step));
                }
            }
            stage.play(now, random);
        }
        assertEnd(stories, seed);
        assertThat(stage.openBooks()).containsOnly(0L);
    }

    @Test
    void random_schedules_over_kafka_end_as_the_model_says() {
        long seed = System.nanoTime();
        LOG.infof("random schedules over Kafka seed=%d", seed);
        Random random = new Random(seed);
        List<Story> stories = new ArrayList<>();
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            World world = new World();
            world.rules.add(world.rule(1));
            world.rules.add(world.rule(2));
            messages.addAll(world.rules);
            for (int j = 0; j < 20; j++) {
                Story story = Story.random(world, random);
                stories.add(story);
                messages.addAll(story.messages);
            }
        }
        try (TopicClient kafka = Door.kafka()) {
            for (Message message : shuffledWithRepeats(messages, random)) {
                Facts.sendBinary(
                        kafka,
                        message.topic(),
                        message.key(),
                        message.source(),
                        message.type(),
                        message.eventId(),
                        message.data());
            }
        }
        new Door().intakeWhenIdle();
        assertEnd(stories, seed);
    }

    private void assertEnd(List<Story> stories, long seed) {
        Map<UUID, String> states = stage.statesOf(stories);
        Map<String, List<Boolean>> events = stage.eligibilityEvents();
        for (Story story : stories) {
            String expected =
                    story.stateAfter(story.messages, story.world.rules.size()).orElseThrow();
            assertThat(states.get(story.facts.planId)).as("seed %d", seed).isEqualTo(expected);
            List<Boolean> said = events.getOrDefault(story.facts.apprenticeId.toString(), List.of());
            for (int i = 0; i < said.size(); i++) {
                assertThat(said.get(i))
                        .as("gained and lost take turns, seed %d", seed)
                        .isEqualTo(i % 2 == 0);
            }
            assertThat(said.size() % 2 == 1)
                    .as("the last event says what the state says, seed %d", seed)
                    .isEqualTo(expected.split(" ", 8)[6].equals("true"));
        }
    }

    private static List<Message> shuffledWithRepeats(List<Message> messages, Random random) {
        List<Message> schedule = new ArrayList<>(messages);
        for (int repeats = random.nextInt(1 + messages.size() / 2); repeats > 0; repeats--) {
            schedule.add(messages.get(random.nextInt(messages.size())));
        }
        Collections.shuffle(schedule, random);
        return schedule;
    }

    private static List<Integer> placesOf(int token, List<Integer> sequence) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < sequence.size(); i++) {
            if (sequence.get(i) == token) {
                places.add(i);
            }
        }
        return places;
    }

    private static List<List<Integer>> orders(List<Integer> tokens) {
        if (tokens.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Integer first : tokens) {
            List<Integer> rest = new ArrayList<>(tokens);
            rest.remove(first);
            for (List<Integer> order : orders(rest)) {
                List<Integer> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }
}
