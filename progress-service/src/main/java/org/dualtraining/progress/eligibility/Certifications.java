package org.dualtraining.progress.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.progress.event.KeptJson;
import org.dualtraining.progress.history.FoldedPlan;
import org.dualtraining.progress.history.RuleFold;
import org.dualtraining.progress.history.RuleFold.FoldedRule;
import org.jdbi.v3.core.Jdbi;

/** The current rules, as far as they concern some plans. */
@ApplicationScoped
class Certifications {

    private final Jdbi jdbi;
    private final RuleFold ruleFold;

    @Inject
    Certifications(Jdbi jdbi, RuleFold ruleFold) {
        this.jdbi = jdbi;
        this.ruleFold = ruleFold;
    }

    /** Those of the plan's framework, and its target wherever that belongs. */
    List<Certification> concerning(ReviewedPlan plan) {
        return concerning(List.of(plan), Set.of());
    }

    /** Those that concern some of the plans, and those that were decided about. */
    List<Certification> concerning(Collection<ReviewedPlan> plans, Collection<Decision.Key> decided) {
        Set<UUID> frameworks = plans.stream().map(ReviewedPlan::frameworkId).collect(Collectors.toSet());
        Set<UUID> named =
                plans.stream().map(ReviewedPlan::targetCertificationId).collect(Collectors.toSet());
        decided.forEach(decision -> named.add(decision.certificationId()));
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        SELECT certification_id, name, framework_id, revision, rule_version, rule::text
                        FROM certification
                        WHERE framework_id = ANY (:frameworks) OR certification_id = ANY (:named)
                        """)
                .bindArray("frameworks", UUID.class, frameworks)
                .bindArray("named", UUID.class, named)
                .map((row, context) -> certification(row))
                .stream()
                .sorted(Certification.ORDER)
                .toList());
    }

    /** The same as they were known at a time: also those that have left the framework since. */
    List<Certification> concerning(FoldedPlan plan, Instant knownAt) {
        List<UUID> candidates = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT certification_id FROM certification_rule_fact
                        WHERE content ->> 'frameworkId' = CAST(:framework AS text) OR certification_id = :target
                        GROUP BY certification_id
                        """)
                .bind("framework", plan.frameworkId())
                .bind("target", plan.targetCertificationId())
                .mapTo(UUID.class)
                .list());
        return ruleFold.of(candidates, knownAt).stream()
                .map(Certifications::certification)
                .filter(certification -> certification.concerns(plan))
                .sorted(Certification.ORDER)
                .toList();
    }

    Optional<Certification> find(UUID certificationId, Instant knownAt) {
        return ruleFold.of(List.of(certificationId), knownAt).stream()
                .map(Certifications::certification)
                .findFirst();
    }

    /** How certifications were called. */
    Map<UUID, String> names(Collection<UUID> certificationIds, Instant knownAt) {
        return ruleFold.of(certificationIds, knownAt).stream()
                .map(Certifications::certification)
                .collect(Collectors.toMap(Certification::certificationId, Certification::name));
    }

    boolean isKnown(UUID certificationId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM certification WHERE certification_id = :id)
                            OR EXISTS (SELECT 1 FROM plan WHERE target_certification_id = :id)
                        """)
                .bind("id", certificationId)
                .mapTo(Boolean.class)
                .one());
    }

    private static Certification certification(FoldedRule folded) {
        JsonNode content = folded.content();
        return new Certification(
                folded.certificationId(),
                content.path("name").asText(),
                UUID.fromString(content.path("frameworkId").asText()),
                folded.revision(),
                content.path("ruleVersion").asInt(),
                CertificationRule.read(content.path("rule")));
    }

    private static Certification certification(ResultSet row) throws SQLException {
        return new Certification(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getLong(4),
                row.getInt(5),
                CertificationRule.read(KeptJson.read(row.getString(6))));
    }
}
