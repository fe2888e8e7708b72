package org.dualtraining.plan.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.PageRequest;
import org.jdbi.v3.core.Jdbi;

/** The templates, each read and written whole. */
@ApplicationScoped
class PlanTemplates {

    private static final String HEAD = """
            SELECT id, name, framework_id, framework_version, target_certification_id, employer_id, version,
            """;
    private static final String VISIBLE = """
             FROM plan_template
            WHERE (CAST(:employer AS uuid) IS NULL OR employer_id = :employer OR employer_id IS NULL)
            """;

    private final Jdbi jdbi;
    private final ObjectMapper json;

    @Inject
    PlanTemplates(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** The template, when {@code onlyEmployer} is empty, or it is that employer's or shared. */
    Optional<PlanTemplate> find(UUID id, Optional<UUID> onlyEmployer) {
        return jdbi.withHandle(h -> h.createQuery(HEAD + "lines::text" + VISIBLE + " AND id = :id")
                .bind("employer", onlyEmployer.orElse(null))
                .bind("id", id)
                .map((row, context) -> template(row))
                .findOne());
    }

    List<PlanTemplateHead> page(PageRequest page, Optional<UUID> onlyEmployer) {
        return jdbi.withHandle(h -> h.createQuery(HEAD + "jsonb_array_length(lines) AS line_count" + VISIBLE
                        + " AND id > :after ORDER BY id LIMIT :rows")
                .bind("employer", onlyEmployer.orElse(null))
                .bind("after", page.afterId())
                .bind("rows", page.rows())
                .map(RecordMapper.of(PlanTemplateHead.class))
                .list());
    }

    void insert(PlanTemplate template) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO plan_template (id, name, framework_id, framework_version, target_certification_id,
                            employer_id, lines, version)
                        VALUES (:id, :name, :frameworkId, :frameworkVersion, :targetCertificationId, :employerId,
                            CAST(:rows AS jsonb), :version)
                        """)
                .bindMethods(template)
                .bind("rows", write(template))
                .execute());
    }

    /** Writes the next version; false when somebody else was faster. */
    boolean update(PlanTemplate next) {
        return jdbi.withHandle(h -> h.createUpdate("""
                                UPDATE plan_template SET name = :name, framework_id = :frameworkId,
                                    framework_version = :frameworkVersion, employer_id = :employerId,
                                    target_certification_id = :targetCertificationId, lines = CAST(:rows AS jsonb),
                                    version = :version
                                WHERE id = :id AND version = :version - 1
                                """)
                        .bindMethods(next)
                        .bind("rows", write(next))
                        .execute())
                == 1;
    }

    /** False when somebody else was faster. */
    boolean delete(PlanTemplate template) {
        return jdbi.withHandle(h -> h.createUpdate("DELETE FROM plan_template WHERE id = :id AND version = :version")
                        .bind("id", template.id())
                        .bind("version", template.version())
                        .execute())
                == 1;
    }

    private PlanTemplate template(ResultSet row) throws SQLException {
        try {
            return new PlanTemplate(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getObject("framework_id", UUID.class),
                    row.getInt("framework_version"),
                    row.getObject("target_certification_id", UUID.class),
                    row.getObject("employer_id", UUID.class),
                    json.readValue(row.getString("lines"), new TypeReference<>() {}),
                    row.getLong("version"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the lines of a template cannot be read", e);
        }
    }

    private String write(PlanTemplate template) {
        try {
            return json.writeValueAsString(template.lines());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the lines of a template cannot be written", e);
        }
    }
}
