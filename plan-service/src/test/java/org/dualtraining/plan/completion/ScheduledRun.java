package org.dualtraining.plan.completion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.plan.completion.Schedule.Row;
import org.dualtraining.plan.completion.ScheduleModel.Outcome;
import org.dualtraining.plan.completion.ScheduleModel.Version;
import org.jspecify.annotations.Nullable;

/** One run of one schedule: the ids behind its small numbers, the model that goes along, and what did not agree. */
final class ScheduledRun {

    final Schedule schedule;
    final ScheduleModel model;
    final List<UUID> providers;
    final List<UUID> apprentices;
    final List<UUID> plans;
    final List<UUID> competencies;
    final List<UUID> mappings;
    final List<String> wrong = new ArrayList<>();

    private final Map<UUID, String> names = new HashMap<>();

    ScheduledRun(Schedule schedule) {
        this.schedule = schedule;
        this.model = new ScheduleModel(schedule.world());
        this.providers = ids("p", schedule.world().passGrades().size());
        this.apprentices = ids("a", schedule.world().apprentices());
        this.plans = ids("plan", schedule.world().apprentices());
        this.competencies = ids("c", schedule.world().dispositions().size());
        this.mappings = ids("m", schedule.world().mappings().size());
    }

    private List<UUID> ids(String prefix, int count) {
        List<UUID> ids = Stream.generate(Ids::next).limit(count).toList();
        IntStream.range(0, count).forEach(i -> names.put(ids.get(i), prefix + i));
        return ids;
    }

    /** What this run calls the thing with this id. */
    String nameOf(@Nullable UUID id) {
        return id == null ? "none" : names.getOrDefault(id, "a stranger");
    }

    Map<String, Object> body(Row row) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "providerId",
                providers.get(row.provider()),
                "learnerId",
                "S" + row.learner(),
                "courseCode",
                "C" + row.course(),
                "completedOn",
                row.day().toString(),
                "sourceRecordId",
                "r" + row.record(),
                "sourceRecordVersion",
                row.version()));
        if (row.grade() != null) {
            body.put("grade", row.grade());
        }
        if (row.passed() != null) {
            body.put("passed", row.passed());
        }
        return body;
    }

    /** Compares what was answered to the rows of one transaction with what the model says, and takes over new ids. */
    void compare(List<Row> rows, List<Receipt> receipts) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Outcome outcome = model.post(rows.get(i));
            outcomes.add(outcome);
            Version version = outcome.version();
            UUID id = receipts.get(i).completionId();
            if (version != null && version.id == null && id != null) {
                version.id = id;
                names.put(id, version.toString());
            }
        }
        if (model.versions().stream().anyMatch(version -> version.id == null)) {
            wrong.add("a receipt names no completion: " + receipts);
            return;
        }
        model.settle();
        for (int i = 0; i < rows.size(); i++) {
            requireEqual("receipt of " + rows.get(i), expected(outcomes.get(i)), actual(receipts.get(i)));
        }
    }

    private String expected(Outcome outcome) {
        Version version = outcome.version();
        return version == null
                ? outcome.status()
                : outcome.status() + " " + version + " waits for " + outcome.waitsFor() + " credits "
                        + creditedBy(version);
    }

    private String creditedBy(Version version) {
        return IntStream.range(0, competencies.size())
                .filter(competency -> IntStream.range(0, apprentices.size())
                        .anyMatch(apprentice -> model.creditOf(apprentice, competency)
                                .filter(credit -> credit == version)
                                .isPresent()))
                .mapToObj(competency -> "c" + competency)
                .sorted()
                .toList()
                .toString();
    }

    private String actual(Receipt receipt) {
        return receipt.completionId() == null
                ? receipt.status() + " " + receipt.problem()
                : receipt.status() + " " + nameOf(receipt.completionId()) + " waits for " + receipt.parkedReason()
                        + " credits "
                        + receipt.credited().stream().map(this::nameOf).sorted().toList();
    }

    /** A receipt as it was read from the answer. */
    record Receipt(
            String status,
            @Nullable UUID completionId,
            @Nullable String parkedReason,
            List<UUID> credited,
            @Nullable String problem) {}

    /** What the model says that the service stores, line by line. */
    List<String> expectedCompletions() {
        return model.versions().stream()
                .map(version -> version + " " + version.id + " " + version.state + " waits for " + version.waitsFor
                        + " of " + (version.apprentice == null ? "none" : "a" + version.apprentice))
                .sorted()
                .toList();
    }

    Map<String, String> expectedLines() {
        return IntStream.range(0, apprentices.size())
                .boxed()
                .flatMap(apprentice -> IntStream.range(0, competencies.size())
                        .mapToObj(competency -> Map.entry(
                                "plan" + apprentice + "/c" + competency, model.lineState(apprentice, competency))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void requireEqual(String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            wrong.add(what + "\n    should be " + expected + "\n    but is    " + actual);
        }
    }
}
