package org.dualtraining.progress.eligibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The current rules, as far as they concern some plans. */
@ApplicationScoped
class Certifications {

    private final Jdbi jdbi;
    private final ObjectMapper json;

    @Inject
    Certifications(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Those of the plans' frameworks, and the plans' targets wherever they belong. */
    List<Certification> concerning(Collection<ReviewedPlan> plans) {
        Set<UUID> frameworks = plans.stream().map(ReviewedPlan::frameworkId).collect(Collectors.toSet());
        Set<UUID> targets =
                plans.stream().map(ReviewedPlan::targetCertificationId).collect(Collectors.toSet());
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT certification_id, name, framework_id, rule_version, rule::text
                        FROM certification
                        WHERE framework_id = ANY (:frameworks) OR certification_id = ANY (:targets)
                        ORDER BY name, certification_id
                        """)
                .bindArray("frameworks", UUID.class, frameworks)
                .bindArray("targets", UUID.class, targets)
                .map((row, context) -> certification(row))
                .list());
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

    private Certification certification(ResultSet row) throws SQLException {
        try {
            return new Certification(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getObject(3, UUID.class),
                    row.getInt(4),
                    CertificationRule.read(json.readTree(row.getString(5))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored rule is not JSON", e);
        }
    }
}
