package org.dualtraining.progress.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.progress.reconciliation.ComparePlans.Suspects;
import org.dualtraining.progress.reconciliation.ConfirmDifferences.Confirmed;
import org.jboss.logging.Logger;

/** Names what differs between this service and plan-service, in the background, with the token of whoever asked. */
@ApplicationScoped
class Reconcile {

    private static final Logger LOG = Logger.getLogger(Reconcile.class);
    private static final int CHUNK = 500;

    private final Reconciliations reconciliations;
    private final ComparePlans compare;
    private final ConfirmDifferences confirm;

    @Inject
    Reconcile(Reconciliations reconciliations, ComparePlans compare, ConfirmDifferences confirm) {
        this.reconciliations = reconciliations;
        this.compare = compare;
        this.confirm = confirm;
    }

    /** The token is kept in memory only: when this instance ends, so does the reconciliation. */
    void begin(UUID id, String token) {
        Thread thread = new Thread(() -> run(id, token), "reconciliation");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(UUID id, String token) {
        try {
            handle(id, token);
        } catch (ReconciliationStops stops) {
            LOG.warnf("reconciliation failed id=%s reason=%s", id, stops.getMessage());
            reconciliations.failed(id, Objects.requireNonNull(stops.getMessage()));
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "reconciliation failed id=%s", id);
            reconciliations.failed(id, "a fault of this service; see the log");
        }
    }

    private void handle(UUID id, String token) {
        Suspects suspects = compare.handle(token, plans -> reconciliations.compared(id, plans));
        List<Difference> differences = new ArrayList<>();
        int undecided = 0;
        List<UUID> planIds = suspects.planIds();
        for (int from = 0; from < planIds.size(); from += CHUNK) {
            Confirmed confirmed = confirm.handle(
                    token,
                    planIds.subList(from, Math.min(from + CHUNK, planIds.size())),
                    () -> reconciliations.compared(id, 0));
            differences.addAll(confirmed.differences());
            undecided += confirmed.undecided();
        }
        reconciliations.finished(id, differences, undecided, suspects.isAll());
        LOG.infof(
                "reconciliation finished id=%s differences=%d undecided=%d complete=%s",
                id, differences.size(), undecided, suspects.isAll());
    }
}
