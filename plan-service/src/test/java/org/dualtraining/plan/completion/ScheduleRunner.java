package org.dualtraining.plan.completion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.dualtraining.plan.completion.RevokeCourseCompletion.CompletionIsSuperseded;
import org.dualtraining.plan.completion.Schedule.LearnerEntered;
import org.dualtraining.plan.completion.Schedule.MappingDeleted;
import org.dualtraining.plan.completion.Schedule.MappingEntered;
import org.dualtraining.plan.completion.Schedule.PassGrades;
import org.dualtraining.plan.completion.Schedule.Post;
import org.dualtraining.plan.completion.Schedule.Replay;
import org.dualtraining.plan.completion.Schedule.Revoke;
import org.dualtraining.plan.completion.Schedule.Row;
import org.dualtraining.plan.completion.Schedule.Step;
import org.dualtraining.plan.completion.ScheduleModel.Version;
import org.dualtraining.plan.completion.ScheduledRun.Receipt;

/**
 * Runs many schedules side by side through the service: the rows of the first steps of all of them, mixed, in batches;
 * then those of the second steps. Two threads have half of the schedules each.
 */
final class ScheduleRunner {

    private static final int THREADS = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI batches;
    private final String token;
    private final ScheduleDatabase database;
    private final RevokeCourseCompletion revoke;
    private final ReplayParkedCompletions replay;
    private final Map<String, Integer> counts = new ConcurrentSkipListMap<>();

    ScheduleRunner(
            URI batches,
            String agencyToken,
            ScheduleDatabase database,
            RevokeCourseCompletion revoke,
            ReplayParkedCompletions replay) {
        this.batches = batches;
        this.token = agencyToken;
        this.database = database;
        this.revoke = revoke;
        this.replay = replay;
    }

    /** @return the runs, each with what was wrong with it */
    List<ScheduledRun> run(List<Schedule> schedules, Random random) {
        List<ScheduledRun> runs = schedules.stream().map(ScheduledRun::new).toList();
        long eventsBefore = database.lastEvent();
        ScheduleChecker checker = new ScheduleChecker(database, eventsBefore);
        database.setUp(runs);
        int steps = schedules.stream().mapToInt(s -> s.steps().size()).max().orElse(0);
        int checkedAfter = steps == 0 ? 0 : random.nextInt(steps);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int step = 0; step < steps; step++) {
                int current = step;
                List<Future<?>> halves = new ArrayList<>();
                for (int half = 0; half < THREADS; half++) {
                    int own = half;
                    Random mixing = new Random(random.nextLong());
                    List<ScheduledRun> ofHalf = IntStream.range(0, runs.size())
                            .filter(i -> i % THREADS == own)
                            .mapToObj(runs::get)
                            .filter(run -> current < run.schedule.steps().size())
                            .toList();
                    halves.add(threads.submit(() -> takeStep(current, ofHalf, mixing)));
                }
                for (Future<?> half : halves) {
                    half.get();
                }
                if (step == checkedAfter) {
                    checker.check(runs);
                }
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
        checker.check(runs);
        database.withholdEvents(eventsBefore);
        return runs;
    }

    /** What happened so far, by receipt and kind of step. */
    Map<String, Integer> counts() {
        return counts;
    }

    private void takeStep(int step, List<ScheduledRun> runs, Random random) {
        Map<ScheduledRun, Deque<Row>> rows = new LinkedHashMap<>();
        for (ScheduledRun run : runs) {
            Step next = run.schedule.steps().get(step);
            if (next instanceof Post post) {
                rows.put(run, new ArrayDeque<>(post.rows()));
            } else {
                take(run, next);
            }
        }
        List<Place> mixed = mixed(rows, random);
        while (!mixed.isEmpty()) {
            int size = Math.min(mixed.size(), TooManyRows.MOST - (random.nextInt(3) == 0 ? random.nextInt(400) : 0));
            post(mixed.subList(0, size));
            mixed = mixed.subList(size, mixed.size());
        }
    }

    /** The rows of all runs in one random order that keeps the order of each run. */
    private static List<Place> mixed(Map<ScheduledRun, Deque<Row>> rows, Random random) {
        List<ScheduledRun> turns = new ArrayList<>();
        rows.forEach((run, own) -> own.forEach(row -> turns.add(run)));
        Collections.shuffle(turns, random);
        return turns.stream()
                .map(run -> new Place(run, Objects.requireNonNull(rows.get(run)).remove()))
                .toList();
    }

    private void post(List<Place> places) {
        JsonNode answer = postBatch(
                places.stream().map(place -> place.run().body(place.row())).toList());
        Map<ScheduledRun, List<Integer>> byRun = new LinkedHashMap<>();
        for (int i = 0; i < places.size(); i++) {
            byRun.computeIfAbsent(places.get(i).run(), run -> new ArrayList<>()).add(i);
        }
        answer.forEach(receipt -> counts.merge(receipt.path("status").asText(), 1, Integer::sum));
        byRun.forEach((run, numbers) -> run.compare(
                numbers.stream().map(i -> places.get(i).row()).toList(),
                numbers.stream().map(i -> receipt(answer.path(i))).toList()));
    }

    private JsonNode postBatch(List<Map<String, Object>> rows) {
        try {
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(batches)
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(rows)))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != 200 || answer.size() != rows.size()) {
                throw new AssertionError(
                        "a batch of " + rows.size() + " rows was answered " + response.statusCode() + " " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Receipt receipt(JsonNode json) {
        String type = json.at("/problem/type").asText();
        return new Receipt(
                json.path("status").asText(),
                json.hasNonNull("completionId")
                        ? UUID.fromString(json.path("completionId").asText())
                        : null,
                json.hasNonNull("parkedReason") ? json.path("parkedReason").asText() : null,
                StreamSupport.stream(json.path("credited").spliterator(), false)
                        .map(id -> UUID.fromString(id.asText()))
                        .toList(),
                type.substring(type.lastIndexOf(':') + 1));
    }

    private void take(ScheduledRun run, Step step) {
        counts.merge(step.getClass().getSimpleName(), 1, Integer::sum);
        if (step instanceof Revoke one) {
            revoke(run, one);
        } else if (step instanceof Replay) {
            for (int provider = 0; provider < run.providers.size(); provider++) {
                replay.handle(new ParkedFilter(null, run.providers.get(provider), null, null, null));
                run.model.replay(provider);
                run.model.settle();
            }
        } else if (step instanceof LearnerEntered entered) {
            database.enterLearner(run, entered.learner());
            run.model.enterLearner(entered.learner());
        } else if (step instanceof MappingEntered entered) {
            if (run.model.enterMapping(entered.mapping())) {
                database.enterMapping(run, entered.mapping());
            }
        } else if (step instanceof MappingDeleted deleted) {
            database.deleteMapping(run, deleted.mapping());
            run.model.deleteMapping(deleted.mapping());
        } else if (step instanceof PassGrades changed) {
            database.changePassGrades(run, changed.provider(), changed.grades());
            run.model.changePassGrades(changed.provider(), changed.grades());
        }
    }

    /** Of a version that was never stored nothing can be revoked. */
    private void revoke(ScheduledRun run, Revoke step) {
        Version version = run.model.find(step.provider(), step.record(), step.version());
        if (version == null) {
            return;
        }
        boolean isRevoked;
        try {
            revoke.handle(Objects.requireNonNull(version.id), Optional.empty(), "entered by mistake");
            isRevoked = true;
        } catch (CompletionIsSuperseded e) {
            isRevoked = false;
        }
        run.requireEqual("whether " + step + " is done", run.model.revoke(version), isRevoked);
        run.model.settle();
    }

    /** A row and whose it is. */
    private record Place(ScheduledRun run, Row row) {}
}
