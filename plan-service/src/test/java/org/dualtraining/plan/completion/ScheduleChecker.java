package org.dualtraining.plan.completion;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.dualtraining.plan.completion.ScheduleDatabase.StoredCompletion;
import org.dualtraining.plan.completion.ScheduleDatabase.StoredCredit;
import org.dualtraining.plan.completion.ScheduleDatabase.StoredEvent;
import org.dualtraining.plan.completion.ScheduleDatabase.StoredLine;
import org.jspecify.annotations.Nullable;

/** Holds what the service stored, and what its events say, against the models. */
final class ScheduleChecker {

    private static final String COMPLETED = "org.dualtraining.competency-completed.v1";
    private static final String CORRECTED = "org.dualtraining.competency-completion-corrected.v1";
    private static final String REVOKED = "org.dualtraining.competency-completion-revoked.v1";

    private final ScheduleDatabase database;
    private final long eventsBefore;

    /** @param eventsBefore the last event before the first step */
    ScheduleChecker(ScheduleDatabase database, long eventsBefore) {
        this.database = database;
        this.eventsBefore = eventsBefore;
    }

    void check(Collection<ScheduledRun> runs) {
        Map<UUID, List<StoredCompletion>> completions = database.completionsByProvider(runs);
        Map<UUID, List<StoredLine>> lines = database.linesByPlan(runs);
        Map<UUID, List<StoredEvent>> events = database.eventsByPlan(eventsBefore);
        for (ScheduledRun run : runs) {
            run.requireEqual(
                    "the stored completions",
                    run.expectedCompletions(),
                    run.providers.stream()
                            .flatMap(provider -> completions.getOrDefault(provider, List.of()).stream())
                            .map(stored -> print(run, stored))
                            .sorted()
                            .toList());
            Map<String, String> actual = new TreeMap<>();
            for (UUID plan : run.plans) {
                List<StoredLine> ofPlan = lines.getOrDefault(plan, List.of());
                ofPlan.forEach(
                        line -> actual.put(run.nameOf(plan) + "/" + run.nameOf(line.competency()), print(run, line)));
                checkEvents(run, ofPlan, events.getOrDefault(plan, List.of()));
            }
            run.requireEqual("the plan lines", new TreeMap<>(run.expectedLines()), actual);
        }
    }

    private static String print(ScheduledRun run, StoredCompletion stored) {
        return run.nameOf(stored.provider()) + "/" + stored.recordAndVersion() + " " + stored.id() + " "
                + stored.state() + " waits for " + stored.waitsFor() + " of " + run.nameOf(stored.apprentice());
    }

    private static String print(ScheduledRun run, StoredLine line) {
        StoredCredit credit = line.credit();
        if (credit == null) {
            return line.state();
        }
        String by = run.nameOf(credit.reference());
        String from = run.nameOf(credit.provider());
        return line.state() + " " + credit.basis() + " " + credit.completedOn() + " by "
                + (by.startsWith(from + "/") ? by : by + " from " + from);
    }

    /** Whoever applies the events one after the other has what the lines say, and each event says something new. */
    private static void checkEvents(ScheduledRun run, List<StoredLine> lines, List<StoredEvent> events) {
        Map<UUID, StoredEvent> last = new HashMap<>();
        long version = 1;
        for (StoredEvent event : events) {
            version++;
            run.requireEqual("the plan version of event " + event, version, event.version());
            StoredEvent before = last.put(event.line(), event);
            boolean wasCredited = before != null && !before.type().equals(REVOKED);
            String expected = !wasCredited ? COMPLETED : event.type().equals(REVOKED) ? REVOKED : CORRECTED;
            run.requireEqual("the type of event " + event + " after " + before, expected, event.type());
            run.requireEqual(
                    "what event " + event + " is about",
                    wasCredited ? Objects.requireNonNull(before).id() : null,
                    event.about());
            boolean saysSomethingNew = !wasCredited
                    || !event.type().equals(CORRECTED)
                    || !Objects.equals(Objects.requireNonNull(before).credit(), event.credit());
            run.requireEqual("event " + event + " says something new", true, saysSomethingNew);
        }
        for (StoredLine line : lines) {
            StoredEvent event = last.get(line.id());
            boolean isCredited = event != null && !event.type().equals(REVOKED);
            run.requireEqual("the plan's version", version, line.planVersion());
            run.requireEqual(
                    "the state of a line by its events",
                    event == null ? "OPEN" : isCredited ? "CREDITED" : "REVOKED",
                    line.state());
            run.requireEqual("the credit of a line by its events", isCredited ? creditOf(event) : null, line.credit());
            run.requireEqual("the event of a line", event == null ? null : event.id(), line.event());
        }
    }

    private static @Nullable StoredCredit creditOf(@Nullable StoredEvent event) {
        return event == null ? null : event.credit();
    }
}
