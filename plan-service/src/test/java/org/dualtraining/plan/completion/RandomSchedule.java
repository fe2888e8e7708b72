package org.dualtraining.plan.completion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.dualtraining.plan.completion.Schedule.Learner;
import org.dualtraining.plan.completion.Schedule.LearnerEntered;
import org.dualtraining.plan.completion.Schedule.Mapping;
import org.dualtraining.plan.completion.Schedule.MappingDeleted;
import org.dualtraining.plan.completion.Schedule.MappingEntered;
import org.dualtraining.plan.completion.Schedule.PassGrades;
import org.dualtraining.plan.completion.Schedule.Post;
import org.dualtraining.plan.completion.Schedule.Replay;
import org.dualtraining.plan.completion.Schedule.Revoke;
import org.dualtraining.plan.completion.Schedule.Row;
import org.dualtraining.plan.completion.Schedule.Step;
import org.dualtraining.plan.completion.Schedule.World;
import org.jspecify.annotations.Nullable;

/** Makes a schedule of a seed: few records, few courses, few days, so that things meet. */
final class RandomSchedule {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final List<LocalDate> DAYS =
            List.of(MARCH.minusDays(40), MARCH.minusDays(1), MARCH, MARCH.plusDays(20));
    private static final List<String> GRADES = List.of("A", "B", "C", "D", "F");
    private static final int RECORDS = 3;
    private static final int MOST_STEPS = 12;

    private final Random random;
    private final World world;
    private final int courses;
    private final List<Row> sent = new ArrayList<>();

    private RandomSchedule(long seed) {
        random = new Random(seed);
        courses = 1 + random.nextInt(2);
        int apprentices = oneIn(5) ? 2 : 1;
        int providers = oneIn(4) ? 2 : 1;
        int competencies = 1 + random.nextInt(3);
        world = new World(
                apprentices,
                IntStream.range(0, competencies)
                        .mapToObj(c -> oneIn(12) ? "EXCLUDED" : "TRAIN")
                        .toList(),
                IntStream.range(0, providers).mapToObj(p -> passGrades()).toList(),
                learners(providers, apprentices),
                mappings(providers, competencies));
    }

    static Schedule of(long seed) {
        RandomSchedule made = new RandomSchedule(seed);
        int length = 3 + made.random.nextInt(MOST_STEPS - 2);
        return new Schedule(
                seed,
                made.world,
                IntStream.range(0, length).mapToObj(i -> made.step()).toList());
    }

    private List<Learner> learners(int providers, int apprentices) {
        List<Learner> learners = new ArrayList<>();
        for (int provider = 0; provider < providers; provider++) {
            for (int apprentice = 0; apprentice < apprentices; apprentice++) {
                learners.add(new Learner(provider, apprentice, !oneIn(6)));
            }
            if (oneIn(3)) {
                learners.add(new Learner(provider, random.nextInt(apprentices), !oneIn(2)));
            }
        }
        return learners;
    }

    private List<Mapping> mappings(int providers, int competencies) {
        List<Mapping> mappings = new ArrayList<>();
        for (int provider = 0; provider < providers; provider++) {
            for (int course = 0; course < courses; course++) {
                if (oneIn(4)) {
                    // mapped otherwise since March, or only from or until then
                    if (!oneIn(3)) {
                        mappings.add(mapping(provider, course, competencies, MARCH.minusYears(2), MARCH.minusDays(1)));
                    }
                    if (!oneIn(3)) {
                        mappings.add(mapping(provider, course, competencies, MARCH, null));
                    }
                } else {
                    mappings.add(mapping(provider, course, competencies, MARCH.minusYears(2), null));
                }
            }
        }
        return mappings;
    }

    private Mapping mapping(int provider, int course, int competencies, LocalDate from, @Nullable LocalDate to) {
        Set<Integer> evidenced = new HashSet<>(Set.of(random.nextInt(competencies)));
        evidenced.add(random.nextInt(competencies));
        return new Mapping(provider, course, Set.copyOf(evidenced), from, to, !oneIn(6));
    }

    private List<String> passGrades() {
        return GRADES.subList(0, 3 + random.nextInt(2));
    }

    private Step step() {
        int dice = random.nextInt(100);
        if (dice < 50 || sent.isEmpty()) {
            return new Post(IntStream.range(0, oneIn(3) ? 2 + random.nextInt(3) : 1)
                    .mapToObj(i -> row())
                    .toList());
        }
        if (dice < 62) {
            return new Post(wholeFile());
        }
        if (dice < 78) {
            Row row = any(sent);
            return new Revoke(row.provider(), row.record(), row.version());
        }
        if (dice < 83) {
            return new LearnerEntered(random.nextInt(world.learners().size()));
        }
        if (dice < 90) {
            return new Replay();
        }
        if (dice < 93 || world.mappings().isEmpty()) {
            return new PassGrades(random.nextInt(world.passGrades().size()), passGrades());
        }
        int mapping = random.nextInt(world.mappings().size());
        return dice < 98 ? new MappingEntered(mapping) : new MappingDeleted(mapping);
    }

    /** All that was sent so far once more, now and then in another order. */
    private List<Row> wholeFile() {
        List<Row> file = new ArrayList<>(sent);
        if (oneIn(3)) {
            Collections.shuffle(file, random);
        }
        return file;
    }

    private Row row() {
        Row row = sent.isEmpty() || oneIn(3) ? fresh() : again(any(sent));
        sent.add(row);
        return row;
    }

    private Row fresh() {
        int provider = random.nextInt(world.passGrades().size());
        return new Row(
                provider,
                random.nextInt(RECORDS),
                1 + random.nextInt(3),
                learnerOf(provider),
                random.nextInt(courses),
                any(DAYS),
                any(GRADES),
                passed());
    }

    /** A duplicate, a correction, a late older version, or the same version with other content. */
    private Row again(Row before) {
        if (oneIn(5)) {
            return before;
        }
        int version = oneIn(6) ? before.version() : Math.max(1, before.version() + (oneIn(4) ? -1 : 1));
        Row changed = before.as(version);
        return switch (random.nextInt(6)) {
            case 0 ->
                new Row(
                        before.provider(),
                        before.record(),
                        version,
                        learnerOf(before.provider()),
                        before.course(),
                        before.day(),
                        before.grade(),
                        before.passed());
            case 1 ->
                new Row(
                        before.provider(),
                        before.record(),
                        version,
                        before.learner(),
                        random.nextInt(courses),
                        before.day(),
                        before.grade(),
                        before.passed());
            case 2, 3 ->
                new Row(
                        before.provider(),
                        before.record(),
                        version,
                        before.learner(),
                        before.course(),
                        any(DAYS),
                        before.grade(),
                        before.passed());
            case 4 ->
                new Row(
                        before.provider(),
                        before.record(),
                        version,
                        before.learner(),
                        before.course(),
                        before.day(),
                        any(GRADES),
                        passed());
            default -> changed;
        };
    }

    private @Nullable Boolean passed() {
        return switch (random.nextInt(5)) {
            case 0 -> true;
            case 1 -> false;
            default -> null;
        };
    }

    private int learnerOf(int provider) {
        List<Integer> own = IntStream.range(0, world.learners().size())
                .filter(i -> world.learners().get(i).provider() == provider)
                .boxed()
                .toList();
        return any(own);
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
