package org.dualtraining.progress.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.progress.event.Verdict;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Rule versions: the history, the current one, and how far the plans that a new one concerns were reviewed. The review
 * of many plans goes in chunks, each a transaction of its own that moves {@code reviewed_through}; so it survives a kill.
 */
@ApplicationScoped
public class RuleBook {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Any fixed number: it names this lock among the advisory locks of the database. */
    private static final long LOCK = 0x6475616c_72756c65L;

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    RuleBook(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Keeps the rules as they are until the transaction ends. Whoever stores a plan holds this: the review of a new rule
     * would not see a plan that is not committed yet, and that plan would not see the rule.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdStill() {
        lock("pg_advisory_xact_lock_shared");
    }

    /** Rules come rarely, and so one by one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Verdict> record(List<RuleVersion> versions) {
        lock("pg_advisory_xact_lock");
        return jdbi.withHandle(handle ->
                versions.stream().map(version -> record(handle, version)).toList());
    }

    private void lock(String function) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT 1 FROM " + function + "(:lock)")
                .bind("lock", LOCK)
                .mapTo(Integer.class)
                .one());
    }

    private Verdict record(Handle handle, RuleVersion version) {
        Instant now = clock.instant();
        int kept = handle.createUpdate("""
                INSERT INTO certification_rule_fact
                    (certification_id, revision, rule_version, event_id, content, recorded_at, applied_at)
                VALUES (:id, :revision, :version, :event, CAST(:content AS jsonb), :recorded, :now)
                ON CONFLICT DO NOTHING
                """)
                .bind("id", version.certificationId())
                .bind("revision", version.revision())
                .bind("version", version.ruleVersion())
                .bind("event", version.eventId())
                .bind("content", version.content().toString())
                .bind("recorded", version.recordedAt())
                .bind("now", now)
                .execute();
        if (kept == 0) {
            return isSameAsKept(handle, version) ? Verdict.DUPLICATE : Verdict.CONFLICTING_VERSION;
        }
        int current = handle.createUpdate("""
                INSERT INTO certification
                    (certification_id, name, abbreviation, framework_id, revision, rule_version, rule, recorded_at,
                     reviewed_through)
                VALUES (:id, :name, :abbreviation, :framework, :revision, :version, CAST(:rule AS jsonb), :recorded,
                    :beforeAll)
                ON CONFLICT (certification_id) DO UPDATE SET
                    name = EXCLUDED.name, abbreviation = EXCLUDED.abbreviation, framework_id = EXCLUDED.framework_id,
                    revision = EXCLUDED.revision, rule_version = EXCLUDED.rule_version, rule = EXCLUDED.rule,
                    recorded_at = EXCLUDED.recorded_at, reviewed_through = EXCLUDED.reviewed_through
                WHERE certification.revision < EXCLUDED.revision
                """)
                .bind("id", version.certificationId())
                .bind("name", version.name())
                .bind("abbreviation", version.abbreviation())
                .bind("framework", version.frameworkId())
                .bind("revision", version.revision())
                .bind("version", version.ruleVersion())
                .bind("rule", version.rule().toString())
                .bind("recorded", version.recordedAt())
                .bind("beforeAll", BEFORE_ALL)
                .execute();
        return current == 1 ? Verdict.APPLIED : Verdict.STALE;
    }

    private static boolean isSameAsKept(Handle handle, RuleVersion version) {
        return handle.createQuery("""
                        SELECT content - 'recordedAt' = CAST(:content AS jsonb) - 'recordedAt' FROM certification_rule_fact
                        WHERE certification_id = :id AND revision = :revision
                        """)
                .bind("content", version.content().toString())
                .bind("id", version.certificationId())
                .bind("revision", version.revision())
                .mapTo(Boolean.class)
                .one();
    }

    /** A certification whose new rule has not been held against all plans, locked for this transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<PendingReview> pendingReview() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT certification_id, framework_id, reviewed_through FROM certification
                        WHERE reviewed_through IS NOT NULL ORDER BY certification_id LIMIT 1 FOR UPDATE
                        """)
                .map((row, context) -> new PendingReview(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)))
                .findFirst());
    }

    /**
     * The next plans to review, by id, with their apprentices; an empty list ends the review. Those too that are eligible
     * by a version that concerned them: each of three indexes is read no further than needed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<PendingPlan> nextPlans(PendingReview review, int limit) {
        return jdbi.withHandle(handle -> {
            List<PendingPlan> plans = handle.createQuery("""
                            SELECT plan_id, apprentice_id FROM plan WHERE plan_id IN (
                                (SELECT plan_id FROM plan
                                 WHERE framework_id = :framework AND plan_id > :after
                                 ORDER BY plan_id LIMIT :limit)
                                UNION
                                (SELECT plan_id FROM plan
                                 WHERE target_certification_id = :certification AND plan_id > :after
                                 ORDER BY plan_id LIMIT :limit)
                                UNION
                                (SELECT plan_id FROM eligibility
                                 WHERE certification_id = :certification AND eligible AND plan_id > :after
                                 ORDER BY plan_id LIMIT :limit))
                            ORDER BY plan_id LIMIT :limit
                            """)
                    .bind("after", review.reviewedThrough())
                    .bind("framework", review.frameworkId())
                    .bind("certification", review.certificationId())
                    .bind("limit", limit)
                    .map((row, context) -> new PendingPlan(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                    .list();
            handle.createUpdate("UPDATE certification SET reviewed_through = :through WHERE certification_id = :id")
                    .bind(
                            "through",
                            plans.isEmpty() ? null : plans.get(plans.size() - 1).planId())
                    .bind("id", review.certificationId())
                    .execute();
            return plans;
        });
    }

    /** How far a review has come. */
    public record PendingReview(UUID certificationId, UUID frameworkId, UUID reviewedThrough) {}

    /** A plan that a review comes to next. */
    public record PendingPlan(UUID planId, UUID apprenticeId) {}
}
