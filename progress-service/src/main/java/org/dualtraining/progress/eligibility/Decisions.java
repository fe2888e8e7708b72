package org.dualtraining.progress.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.progress.table.Columns;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Table {@code eligibility}. */
@ApplicationScoped
class Decisions {

    private static final String ELIGIBLE = """
            SELECT p.apprentice_id, p.plan_id, p.employer_id, e.since, e.expires_on, e.rule_version
            FROM eligibility e JOIN plan p USING (plan_id)
            WHERE e.certification_id = :certification AND e.eligible AND p.status <> 'CANCELLED'
              AND (e.expires_on IS NULL OR e.expires_on > :today)
              AND e.since >= :since
            """;

    /** Along the index of who is eligible for the certification. */
    private static final String ALL_PLANS = "AND e.plan_id > :after ORDER BY e.plan_id LIMIT :limit";

    /** Along the index of the employer's plans: of all who are eligible its own may be few. */
    private static final String EMPLOYERS_PLANS =
            "AND p.employer_id = :employer AND p.plan_id > :after ORDER BY p.plan_id LIMIT :limit";

    private final Jdbi jdbi;

    @Inject
    Decisions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<Decision.Key, Decision> of(Collection<UUID> planIds) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                                SELECT plan_id, certification_id, eligible, since, expires_on, rule_version, changes_on
                                FROM eligibility WHERE plan_id = ANY (:plans)
                                """)
                        .bindArray("plans", UUID.class, planIds)
                        .map(RecordMapper.of(Decision.class))
                        .list())
                .stream()
                .collect(Collectors.toMap(Decision::key, Function.identity()));
    }

    void store(Collection<Decision> decisions, Instant now) {
        if (decisions.isEmpty()) {
            return;
        }
        Columns<Decision> columns = new Columns<>(decisions);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO eligibility
                            (plan_id, certification_id, eligible, since, expires_on, rule_version, changes_on, decided_at)
                        SELECT *, :now
                        FROM unnest(:plans, :certifications, :eligible::boolean[], :since::date[],
                                    :expires::date[], :rules, :changes::date[])
                        ON CONFLICT (plan_id, certification_id) DO UPDATE SET
                            eligible = EXCLUDED.eligible, since = EXCLUDED.since, expires_on = EXCLUDED.expires_on,
                            rule_version = EXCLUDED.rule_version, changes_on = EXCLUDED.changes_on,
                            decided_at = EXCLUDED.decided_at
                        """)
                .bind("now", now)
                .bindArray("plans", UUID.class, columns.of(Decision::planId))
                .bindArray("certifications", UUID.class, columns.of(Decision::certificationId))
                .bindArray("eligible", String.class, columns.of(row -> String.valueOf(row.eligible())))
                .bindArray("since", String.class, columns.of(row -> text(row.since())))
                .bindArray("expires", String.class, columns.of(row -> text(row.expiresOn())))
                .bindArray("rules", Integer.class, columns.of(Decision::ruleVersion))
                .bindArray("changes", String.class, columns.of(row -> text(row.changesOn())))
                .execute());
    }

    /**
     * Plans that are eligible for a certification on a day, in the order of their ids. Not the cancelled ones: who was
     * merged goes on in another plan, and would be there twice.
     */
    List<EligibleApprentice> eligibleFor(
            UUID certificationId, Optional<UUID> employer, LocalDate since, LocalDate today, UUID after, int limit) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(ELIGIBLE + (employer.isPresent() ? EMPLOYERS_PLANS : ALL_PLANS));
            employer.ifPresent(own -> query.bind("employer", own));
            return query.bind("certification", certificationId)
                    .bind("since", since)
                    .bind("today", today)
                    .bind("after", after)
                    .bind("limit", limit)
                    .map(RecordMapper.of(EligibleApprentice.class))
                    .list();
        });
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
