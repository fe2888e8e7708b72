package org.dualtraining.plan.completion;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.plan.completion.CompletionReceipt.Status;
import org.dualtraining.plan.completion.CourseCompletion.SourceRecord;
import org.dualtraining.plan.completion.Resolution.Resolved;
import org.dualtraining.plan.coursemapping.CourseMappings.CourseOn;
import org.dualtraining.plan.trainingplan.CarriedEvidence;
import org.dualtraining.plan.trainingplan.Evidence;

/** The versions of the records of one post, growing row by row, so that each row sees those before it. */
final class RecordVersions {

    private static final Problem OTHER_CONTENT = new Problem(
            Problem.typeOf("record-version-says-otherwise"),
            "Record version says otherwise",
            409,
            "This version of the record was received with other content. A correction needs a higher version.",
            List.of(new Problem.Violation("/sourceRecordVersion", "must be higher than the versions sent before")));

    private final Map<SourceRecord, Map<Long, CourseCompletion>> versions = new HashMap<>();
    private final Map<UUID, CourseCompletion> inserted = new LinkedHashMap<>();
    private final Map<UUID, CarriedEvidence> carried = new HashMap<>();
    private final Map<UUID, CourseOn> mappedAs = new HashMap<>();
    private final Set<UUID> supersededBefore = new HashSet<>();
    private final Resolved resolved;

    /** @param before the versions that were received before this post */
    RecordVersions(Collection<CourseCompletion> before, Resolved resolved) {
        before.forEach(
                completion -> versionsOf(completion.sourceRecord()).put(completion.sourceRecordVersion(), completion));
        this.resolved = resolved;
    }

    /** What becomes of a row; what it credits is not known yet. */
    CompletionReceipt judge(CompletionRow row) {
        CourseCompletion says = row.says();
        if (says == null) {
            return CompletionReceipt.rejected(row.row(), Objects.requireNonNull(row.problem()));
        }
        Map<Long, CourseCompletion> others = versionsOf(says.sourceRecord());
        CourseCompletion same = others.get(says.sourceRecordVersion());
        if (same != null) {
            return same.saysTheSameAs(says)
                    ? CompletionReceipt.of(row.row(), Status.DUPLICATE, same)
                    : CompletionReceipt.rejected(row.row(), OTHER_CONTENT);
        }
        if (row.problem() != null) {
            return CompletionReceipt.rejected(row.row(), row.problem());
        }
        if (others.keySet().stream().anyMatch(version -> version > says.sourceRecordVersion())) {
            return CompletionReceipt.of(row.row(), Status.SUPERSEDED, put(says.superseded()));
        }
        // a revoked version stays revoked, the one in force gives way to the later one
        Optional<CourseCompletion> older =
                others.values().stream().filter(CourseCompletion::isInForce).findFirst();
        CourseCompletion placed =
                put(older.flatMap(before -> carried(before, says)).orElseGet(() -> resolved.place(says)));
        older.ifPresent(this::supersede);
        return CompletionReceipt.of(
                row.row(), placed.state() == CompletionState.PARKED ? Status.PARKED : Status.ACCEPTED, placed);
    }

    /**
     * A correction of something else than learner and course keeps what the version before evidences, even when the course
     * is mapped otherwise by now or was on the corrected day; in one post or in several.
     */
    private Optional<CourseCompletion> carried(CourseCompletion before, CourseCompletion says) {
        UUID apprentice = before.apprenticeId();
        if (apprentice == null || !before.evidencesTheSameAs(says)) {
            return Optional.empty();
        }
        if (inserted.containsKey(before.id()) && !carried.containsKey(before.id())) {
            mappedAs.put(says.id(), mappedAs.getOrDefault(before.id(), before.course()));
        } else {
            CarriedEvidence chain = carried.get(before.id());
            UUID received = chain == null ? before.id() : chain.older();
            carried.put(says.id(), new CarriedEvidence(received, says.id(), says.completedOn()));
        }
        return Optional.of(says.accepted(apprentice));
    }

    /** What new versions keep of versions received before this post. */
    Collection<CarriedEvidence> carried() {
        return carried.values();
    }

    /** What the other new versions evidence. */
    List<Evidence> evidence() {
        return inserted.values().stream()
                .filter(completion -> !carried.containsKey(completion.id()))
                .flatMap(completion ->
                        resolved
                                .evidenceOf(completion, mappedAs.getOrDefault(completion.id(), completion.course()))
                                .stream())
                .toList();
    }

    /** What this post adds, each in its final state. */
    List<CourseCompletion> inserted() {
        return List.copyOf(inserted.values());
    }

    /** Versions received before this post that give way to a version in it. */
    Set<UUID> supersededBefore() {
        return supersededBefore;
    }

    private void supersede(CourseCompletion older) {
        CourseCompletion superseded = older.superseded();
        versionsOf(older.sourceRecord()).put(older.sourceRecordVersion(), superseded);
        if (inserted.replace(older.id(), superseded) == null) {
            supersededBefore.add(older.id());
        }
        carried.remove(older.id());
    }

    private CourseCompletion put(CourseCompletion completion) {
        versionsOf(completion.sourceRecord()).put(completion.sourceRecordVersion(), completion);
        inserted.put(completion.id(), completion);
        return completion;
    }

    private Map<Long, CourseCompletion> versionsOf(SourceRecord sourceRecord) {
        return versions.computeIfAbsent(sourceRecord, r -> new HashMap<>());
    }
}
