package org.dualtraining.plan.xapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.plan.completion.CompletionReceipt;
import org.dualtraining.plan.completion.CompletionReceipt.Status;
import org.dualtraining.plan.completion.CompletionRow;
import org.dualtraining.plan.completion.CompletionRows;
import org.dualtraining.plan.completion.CourseCompletionInput;
import org.dualtraining.plan.completion.RecordCourseCompletions;
import org.dualtraining.plan.completion.RevokeCourseCompletion;
import org.dualtraining.plan.completion.TakenBack;

/**
 * Takes in statements in one transaction. A statement and the one that voids it end in the same state in whatever order
 * they arrive: the completion is not in force.
 */
@ApplicationScoped
class TakeInStatements {

    private static final Problem VOIDED = new Problem(
            Problem.typeOf("statement-is-voided"),
            "Statement is voided",
            409,
            "Not stored: the statement was taken back by another one. To report the completion again needs a new statement.",
            List.of(new Problem.Violation("/id", "must be the id of a statement that is not voided")));

    private final VoidedStatements voided;
    private final CompletionRows rows;
    private final RecordCourseCompletions record;
    private final RevokeCourseCompletion revoke;
    private final Clock clock;

    @Inject
    TakeInStatements(
            VoidedStatements voided,
            CompletionRows rows,
            RecordCourseCompletions record,
            RevokeCourseCompletion revoke,
            Clock clock) {
        this.voided = voided;
        this.rows = rows;
        this.record = record;
        this.revoke = revoke;
        this.clock = clock;
    }

    /** @return a receipt per statement, in their order */
    @Transactional
    List<CompletionReceipt> handle(UUID providerId, List<StatementRead> statements) {
        Set<UUID> stated = new HashSet<>();
        Set<UUID> taken = new HashSet<>();
        for (StatementRead statement : statements) {
            if (statement.completion() != null) {
                stated.add(UUID.fromString(statement.completion().sourceRecordId()));
            } else if (statement.voids() != null) {
                taken.add(statement.voids());
            }
        }
        // whoever voids a statement holds the lock of its record too, so that one of the two sees the other
        record.lock(providerId, recordsOf(stated, taken));
        Set<UUID> voidedNow = taken.isEmpty() ? Set.of() : voided.add(providerId, taken, clock.instant());
        TakenBack takenBack = revoke.takeBack(providerId, recordsOf(taken), "voided by an xAPI statement");
        Set<UUID> isVoided = voided.among(providerId, stated);
        List<CompletionReceipt> recorded = record.handle(
                statements.stream()
                        .filter(statement -> statement.voids() == null)
                        .map(statement -> row(providerId, statement, isVoided))
                        .toList(),
                takenBack);
        return receipts(statements, recorded.iterator(), new HashSet<>(voidedNow), takenBack.completions());
    }

    @SafeVarargs
    private static List<String> recordsOf(Set<UUID>... statements) {
        return Stream.of(statements).flatMap(Set::stream).map(UUID::toString).toList();
    }

    private CompletionRow row(UUID providerId, StatementRead statement, Set<UUID> voidedStatements) {
        CourseCompletionInput completion = statement.completion();
        if (completion == null) {
            return new CompletionRow(statement.number(), null, statement.problem());
        }
        boolean isVoided = voidedStatements.contains(UUID.fromString(completion.sourceRecordId()));
        return rows.judged(statement.number(), providerId, completion, statement.isPassed(), isVoided ? VOIDED : null);
    }

    private static List<CompletionReceipt> receipts(
            List<StatementRead> statements,
            Iterator<CompletionReceipt> recorded,
            Set<UUID> voidedNow,
            Map<String, UUID> takenBack) {
        List<CompletionReceipt> receipts = new ArrayList<>();
        for (StatementRead statement : statements) {
            UUID voids = statement.voids();
            receipts.add(
                    voids == null
                            ? recorded.next()
                            : new CompletionReceipt(
                                    statement.number(),
                                    voidedNow.remove(voids) ? Status.ACCEPTED : Status.DUPLICATE,
                                    takenBack.get(voids.toString()),
                                    List.of(),
                                    null,
                                    null));
        }
        return receipts;
    }
}
