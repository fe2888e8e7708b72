package org.dualtraining.plan.trainingplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What was taken back from lines last: a line itself does not know, and its event is not kept. */
@ApplicationScoped
class RevokedCredits {

    private final Jdbi jdbi;

    @Inject
    RevokedCredits(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void keep(Collection<Revoked> revoked) {
        if (revoked.isEmpty()) {
            return;
        }
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch("""
                    INSERT INTO revoked_credit (line_id, basis, completed_on, rating, provider_id, reference, revokes)
                    VALUES (:lineId, :credit.basis, :credit.completedOn, :credit.rating, :credit.providerId,
                        :credit.reference, :revokes)
                    ON CONFLICT (line_id) DO UPDATE SET basis = excluded.basis, completed_on = excluded.completed_on,
                        rating = excluded.rating, provider_id = excluded.provider_id, reference = excluded.reference,
                        revokes = excluded.revokes
                    """);
            revoked.forEach(one -> batch.bindMethods(one).add());
            batch.execute();
        });
    }

    /** By the ids of the lines. */
    Map<UUID, Revoked> of(Collection<UUID> lineIds) {
        return jdbi
                .withHandle(h -> h.createQuery("""
                                SELECT line_id, basis, completed_on, rating, provider_id, reference, revokes
                                FROM revoked_credit WHERE line_id = ANY (:lines)
                                """)
                        .bindArray("lines", UUID.class, lineIds.toArray())
                        .map((row, context) -> new Revoked(
                                row.getObject("line_id", UUID.class),
                                new LineCredit(
                                        Basis.valueOf(row.getString("basis")),
                                        row.getObject("completed_on", LocalDate.class),
                                        (Integer) row.getObject("rating"),
                                        row.getObject("provider_id", UUID.class),
                                        row.getObject("reference", UUID.class)),
                                row.getObject("revokes", UUID.class)))
                        .list())
                .stream()
                .collect(Collectors.toMap(Revoked::lineId, revoked -> revoked));
    }

    /**
     * Public, or Jdbi does not see its members.
     *
     * @param revokes the event that is taken back
     */
    public record Revoked(UUID lineId, LineCredit credit, UUID revokes) {}
}
