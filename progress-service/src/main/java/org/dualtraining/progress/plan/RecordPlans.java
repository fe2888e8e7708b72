package org.dualtraining.progress.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dualtraining.progress.event.Verdict;

/** Takes plan snapshots, in any order and with any repeats: the one with the highest (epoch, version) is the plan. */
@ApplicationScoped
public class RecordPlans {

    private final Plans plans;
    private final PlanHistory history;
    private final Clock clock;

    @Inject
    RecordPlans(Plans plans, PlanHistory history, Clock clock) {
        this.plans = plans;
        this.history = history;
        this.clock = clock;
    }

    /** The caller holds the locks of the apprentices. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Recorded handle(List<PlanSnapshot> snapshots) {
        if (snapshots.isEmpty()) {
            return new Recorded(List.of(), Set.of());
        }
        Map<UUID, PlanHead> heads = new HashMap<>(
                plans.headsOf(snapshots.stream().map(PlanSnapshot::planId).collect(Collectors.toSet())));
        Map<UUID, UUID> owners = new HashMap<>();
        heads.values().forEach(head -> owners.put(head.planId(), head.apprenticeId()));
        snapshots.forEach(snapshot -> owners.putIfAbsent(snapshot.planId(), snapshot.apprenticeId()));
        Set<UUID> keptBefore = history.append(
                snapshots.stream().filter(snapshot -> isOwner(owners, snapshot)).toList(), clock.instant());

        Map<UUID, PlanSnapshot> latest = new LinkedHashMap<>();
        List<Verdict> verdicts = new ArrayList<>(snapshots.size());
        for (PlanSnapshot snapshot : snapshots) {
            PlanHead head = heads.get(snapshot.planId());
            if (!isOwner(owners, snapshot)) {
                verdicts.add(Verdict.FORGED);
            } else if (keptBefore.contains(snapshot.eventId())) {
                verdicts.add(history.keepsTheSame(snapshot) ? Verdict.DUPLICATE : Verdict.CONFLICTING_VERSION);
            } else if (head != null && !head.isOlderThan(snapshot)) {
                verdicts.add(Verdict.STALE);
            } else {
                verdicts.add(Verdict.APPLIED);
                heads.put(snapshot.planId(), PlanHead.of(snapshot));
                latest.put(snapshot.planId(), snapshot);
            }
        }
        plans.store(latest.values());
        plans.start(taken(snapshots, verdicts));
        plans.placePeople(
                latest.values().stream().map(PlanSnapshot::apprenticeId).collect(Collectors.toSet()));
        return new Recorded(verdicts, Set.copyOf(latest.keySet()));
    }

    /** Those that are part of the plan's history now. */
    private static List<PlanSnapshot> taken(List<PlanSnapshot> snapshots, List<Verdict> verdicts) {
        return IntStream.range(0, snapshots.size())
                .filter(i -> verdicts.get(i) == Verdict.APPLIED || verdicts.get(i) == Verdict.STALE)
                .mapToObj(snapshots::get)
                .toList();
    }

    /** A plan has one apprentice for life. */
    private static boolean isOwner(Map<UUID, UUID> owners, PlanSnapshot snapshot) {
        return snapshot.apprenticeId().equals(owners.get(snapshot.planId()));
    }

    /**
     * What became of the snapshots.
     *
     * @param verdicts one per snapshot, in their order
     * @param touchedPlans those that changed
     */
    public record Recorded(List<Verdict> verdicts, Set<UUID> touchedPlans) {}
}
