package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;

/** Takes the evidence in force of a duplicate over to the apprentice that it turned out to be. */
@ApplicationScoped
public class TakeOverEvidence {

    private final EvidenceLedger ledger;

    @Inject
    TakeOverEvidence(EvidenceLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * @param lines by the id of the duplicate's line: the line that stands for it. What a sign-off or prior learning
     *     attests for a line without one stays with the duplicate
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Result handle(UUID duplicate, UUID survivor, Map<UUID, UUID> lines) {
        List<Evidence> inForce = ledger.inForce(List.of(duplicate));
        List<Evidence> taken = inForce.stream()
                .filter(e -> e.lineId() == null || lines.containsKey(e.lineId()))
                .toList();
        Map<UUID, Copy> copies = new HashMap<>();
        List<Evidence> recorded = new ArrayList<>();
        for (Evidence e : taken) {
            UUID reference = e.reference();
            if (e.lineId() != null) {
                UUID line = Objects.requireNonNull(lines.get(e.lineId()));
                reference = copies.computeIfAbsent(reference, r -> new Copy(r, Ids.next(), line, e.basis()))
                        .id();
            }
            recorded.add(e.of(survivor, e.lineId() == null ? null : lines.get(e.lineId()), reference));
        }
        ledger.withdraw(taken.stream().map(Evidence::reference).toList());
        ledger.record(recorded);
        return new Result(taken.size(), inForce.size() - taken.size(), List.copyOf(copies.values()));
    }

    /**
     * What went over.
     *
     * @param copies the sign-offs and prior learnings that must be there again for the other line
     */
    public record Result(int taken, int left, List<Copy> copies) {}

    /** One that is to be made of another one, for another line. */
    public record Copy(UUID original, UUID id, UUID lineId, Basis basis) {}
}
