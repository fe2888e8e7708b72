package org.dualtraining.plan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.plan.completion.CourseCompletion.SourceRecord;
import org.dualtraining.plan.trainingplan.CreditPlanLines;
import org.dualtraining.plan.trainingplan.Evidence;
import org.dualtraining.plan.trainingplan.EvidenceLedger;
import org.dualtraining.plan.trainingplan.TouchedCompetency;
import org.jboss.logging.Logger;

/**
 * Takes in completions, one or many the same way: in one transaction, with the same few statements however many rows
 * there are. A wrong row gets its receipt and stops no other.
 */
@ApplicationScoped
public class RecordCourseCompletions {

    private static final Logger LOG = Logger.getLogger(RecordCourseCompletions.class);

    private final CompletionStore store;
    private final Resolution resolution;
    private final EvidenceLedger ledger;
    private final CreditPlanLines credit;

    @Inject
    RecordCourseCompletions(
            CompletionStore store, Resolution resolution, EvidenceLedger ledger, CreditPlanLines credit) {
        this.store = store;
        this.resolution = resolution;
        this.ledger = ledger;
        this.credit = credit;
    }

    /**
     * For whoever does more under the locks of records than to record them: first of all in the transaction, and all of
     * them at once, for records are locked in one order and before apprentices.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(UUID providerId, Collection<String> sourceRecordIds) {
        store.lock(sourceRecordIds.stream()
                .map(recordId -> new SourceRecord(providerId, recordId))
                .toList());
    }

    /** @return a receipt per row, in the order of the rows */
    @Transactional
    public List<CompletionReceipt> handle(List<CompletionRow> rows) {
        return handle(rows, TakenBack.NOTHING);
    }

    /** The same together with the credits of what was just taken back. */
    @Transactional
    public List<CompletionReceipt> handle(List<CompletionRow> rows, TakenBack takenBack) {
        List<CourseCompletion> said =
                rows.stream().map(CompletionRow::says).filter(Objects::nonNull).toList();
        Set<SourceRecord> records =
                said.stream().map(CourseCompletion::sourceRecord).collect(Collectors.toSet());
        RecordVersions versions = new RecordVersions(store.lockedVersionsOf(records), resolution.resolve(said));
        List<CompletionReceipt> receipts = rows.stream().map(versions::judge).toList();

        store.supersede(versions.supersededBefore());
        store.insert(versions.inserted());
        ledger.carryOver(versions.carried());
        Set<TouchedCompetency> withdrawn = new HashSet<>(takenBack.touched());
        withdrawn.addAll(ledger.withdraw(versions.supersededBefore()));
        List<Evidence> added = versions.evidence();
        ledger.record(added);
        // what is new is credited here or not at all; only what was there before needs to be looked up
        Map<UUID, Set<UUID>> credited = new HashMap<>(credit.handleTouched(withdrawn, added));
        Set<UUID> isNew = versions.inserted().stream().map(CourseCompletion::id).collect(Collectors.toSet());
        credited.putAll(credit.creditedBy(receipts.stream()
                .map(CompletionReceipt::completionId)
                .filter(id -> id != null && !isNew.contains(id))
                .toList()));
        LOG.infof(
                "completions recorded rows=%d new=%d",
                rows.size(), versions.inserted().size());
        return receipts.stream().map(receipt -> receipt.crediting(credited)).toList();
    }
}
