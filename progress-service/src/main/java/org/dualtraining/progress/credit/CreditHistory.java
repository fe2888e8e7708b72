package org.dualtraining.progress.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.progress.credit.CreditFact.PlanVersion;
import org.dualtraining.progress.table.Columns;
import org.jdbi.v3.core.Jdbi;

/** Table {@code credit_fact}: everything that was ever said about credits, never changed. */
@ApplicationScoped
class CreditHistory {

    private final Jdbi jdbi;

    @Inject
    CreditHistory(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return the versions that were new; the others are kept already, with this or other content */
    Set<PlanVersion> append(Collection<CreditFact> facts, Instant now) {
        Columns<CreditFact> columns = new Columns<>(facts);
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO credit_fact
                            (plan_id, epoch, version, kind, event_id, line_id, apprentice_id, competency_id,
                             delivery, basis, completed_on, rating, provider_id, recorded_at, applied_at)
                        SELECT *, :now
                        FROM unnest(:plans, :epochs, :versions, :kinds, :events, :lines, :apprentices, :competencies,
                                    :deliveries, :bases, :days::date[], :ratings, :providers, :recorded::timestamptz[])
                        ON CONFLICT DO NOTHING
                        RETURNING plan_id, epoch, version
                        """)
                .bind("now", now)
                .bindArray("plans", UUID.class, columns.of(CreditFact::planId))
                .bindArray("epochs", Integer.class, columns.of(CreditFact::epoch))
                .bindArray("versions", Long.class, columns.of(CreditFact::version))
                .bindArray("kinds", String.class, columns.of(fact -> fact.kind().name()))
                .bindArray("events", UUID.class, columns.of(CreditFact::eventId))
                .bindArray("lines", UUID.class, columns.of(CreditFact::lineId))
                .bindArray("apprentices", UUID.class, columns.of(CreditFact::apprenticeId))
                .bindArray("competencies", UUID.class, columns.of(CreditFact::competencyId))
                .bindArray("deliveries", String.class, columns.of(fact -> fact.delivery()
                        .name()))
                .bindArray(
                        "bases", String.class, columns.of(fact -> fact.basis().name()))
                .bindArray("days", String.class, columns.of(fact -> fact.completedOn()
                        .toString()))
                .bindArray("ratings", Integer.class, columns.of(CreditFact::rating))
                .bindArray("providers", UUID.class, columns.of(CreditFact::providerId))
                .bindArray("recorded", String.class, columns.of(fact -> fact.recordedAt()
                        .toString()))
                .map(RecordMapper.of(PlanVersion.class))
                .set());
    }

    Map<PlanVersion, CreditFact> at(Collection<PlanVersion> versions) {
        Columns<PlanVersion> columns = new Columns<>(versions);
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                                SELECT event_id, kind, plan_id, line_id, apprentice_id, competency_id, delivery, basis,
                                       completed_on, rating, provider_id, epoch, version, recorded_at
                                FROM credit_fact
                                JOIN unnest(:plans, :epochs, :versions) AS asked (plan_id, epoch, version)
                                    USING (plan_id, epoch, version)
                                """)
                        .bindArray("plans", UUID.class, columns.of(PlanVersion::planId))
                        .bindArray("epochs", Integer.class, columns.of(PlanVersion::epoch))
                        .bindArray("versions", Long.class, columns.of(PlanVersion::version))
                        .map(RecordMapper.of(CreditFact.class))
                        .list())
                .stream()
                .collect(Collectors.toMap(CreditFact::at, Function.identity()));
    }
}
