package org.dualtraining.catalog.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The rows of versions, as they are written; {@link VersionStore} is the only caller. */
@ApplicationScoped
class VersionRows {

    /** A statement of the largest framework must not run into the statement timeout. */
    private static final int ROWS_AT_ONCE = 1_000;

    private final Jdbi jdbi;
    private final JsonColumns json;

    @Inject
    VersionRows(Jdbi jdbi, JsonColumns json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Stores a new draft; the framework must be locked by the caller. */
    int insertDraft(UUID framework, VersionContent content, Instant now) {
        return jdbi.withHandle(h -> {
            int number = h.createQuery("""
                            INSERT INTO framework_version (framework_id, number, status, title, industry, description,
                                occupation, provenance, findings, annotations, replacements, schedule, created_at,
                                changed_at)
                            SELECT :framework, coalesce(max(number), 0) + 1, 'DRAFT', :title, :industry, :description,
                                CAST(:occupationJson AS jsonb), CAST(:provenanceJson AS jsonb),
                                CAST(:findingsJson AS jsonb), CAST(:annotationsJson AS jsonb),
                                CAST(:replacementsJson AS jsonb), CAST(:scheduleJson AS jsonb),
                                CAST(:now AS timestamptz), CAST(:now AS timestamptz)
                            FROM framework_version WHERE framework_id = :framework
                            RETURNING number
                            """)
                    .bind("framework", framework)
                    .bindMap(columns(content))
                    .bind("now", now)
                    .mapTo(Integer.class)
                    .one();
            insertCompetencies(h, framework, number, content.competencies());
            insertCertifications(h, framework, number, content.certifications());
            return number;
        });
    }

    /** Writes a draft anew; the framework must be locked by the caller. Its certifications stay. */
    void rewriteDraft(FrameworkVersion draft, VersionContent content, Instant now) {
        jdbi.useHandle(h -> {
            h.createUpdate("""
                            UPDATE framework_version SET findings = CAST(:findingsJson AS jsonb),
                                annotations = CAST(:annotationsJson AS jsonb),
                                replacements = CAST(:replacementsJson AS jsonb),
                                schedule = CAST(:scheduleJson AS jsonb), revision = revision + 1, changed_at = :now
                            WHERE framework_id = :framework AND number = :number
                            """)
                    .bind("framework", draft.frameworkId())
                    .bind("number", draft.number())
                    .bindMap(columns(content))
                    .bind("now", now)
                    .execute();
            rewriteCompetencies(h, draft, content.competencies());
        });
    }

    void rewriteCertifications(FrameworkVersion draft, List<VersionCertification> certifications, Instant now) {
        jdbi.useHandle(h -> {
            h.createUpdate("""
                            UPDATE framework_version SET revision = revision + 1, changed_at = :now
                            WHERE framework_id = :framework AND number = :number
                            """)
                    .bind("framework", draft.frameworkId())
                    .bind("number", draft.number())
                    .bind("now", now)
                    .execute();
            h.createUpdate("DELETE FROM version_certification WHERE framework_id = :framework AND number = :number")
                    .bind("framework", draft.frameworkId())
                    .bind("number", draft.number())
                    .execute();
            insertCertifications(h, draft.frameworkId(), draft.number(), certifications);
        });
    }

    /** Only rows that differ are touched: an edit of one competency costs the same in a framework of thousands. */
    private static void rewriteCompetencies(Handle h, FrameworkVersion draft, List<VersionCompetency> rows) {
        Set<VersionCompetency> stored = new HashSet<>(draft.content().competencies());
        List<VersionCompetency> written =
                rows.stream().filter(row -> !stored.contains(row)).toList();
        rows.forEach(stored::remove);
        h.createUpdate("""
                        DELETE FROM version_competency
                        WHERE framework_id = :framework AND number = :number AND competency_id = ANY (:ids)
                        """)
                .bind("framework", draft.frameworkId())
                .bind("number", draft.number())
                .bindArray(
                        "ids",
                        UUID.class,
                        stored.stream().map(VersionCompetency::competencyId).toArray())
                .execute();
        insertCompetencies(h, draft.frameworkId(), draft.number(), written);
    }

    private Map<String, @Nullable Object> columns(VersionContent content) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("title", content.title());
        columns.put("industry", content.industry());
        columns.put("description", content.description());
        columns.put("occupationJson", writeOrNull(content.occupation()));
        columns.put("provenanceJson", json.write(content.provenance()));
        columns.put("findingsJson", json.write(content.findings()));
        columns.put("annotationsJson", json.write(content.annotations()));
        columns.put("replacementsJson", json.write(content.replacements()));
        columns.put("scheduleJson", writeOrNull(content.schedule()));
        return columns;
    }

    private @Nullable String writeOrNull(@Nullable Object value) {
        return value == null ? null : json.write(value);
    }

    private static void insertCompetencies(Handle h, UUID framework, int number, List<VersionCompetency> rows) {
        if (rows.isEmpty()) {
            return;
        }
        h.createUpdate("""
                        INSERT INTO competency (id, framework_id)
                        SELECT id, :framework FROM unnest(:ids) AS id ON CONFLICT DO NOTHING
                        """)
                .bind("framework", framework)
                .bindArray(
                        "ids",
                        UUID.class,
                        rows.stream().map(VersionCompetency::competencyId).toArray())
                .execute();
        PreparedBatch batch = h.prepareBatch("""
                INSERT INTO version_competency (framework_id, number, competency_id, parent_id, section, list_position,
                    form_position, name, definition, core, aliases, code, not_mentioned)
                VALUES (:framework, :number, :competencyId, :parentId, :section, :listPosition, :formPosition, :name,
                    :definition, :core, :otherNames, :code, :notMentioned)
                """);
        for (VersionCompetency row : rows) {
            batch.bindMethods(row)
                    .bind("framework", framework)
                    .bind("number", number)
                    .bindArray("otherNames", String.class, row.aliases())
                    .add();
            if (batch.size() == ROWS_AT_ONCE) {
                batch.execute();
            }
        }
        batch.execute();
    }

    private static void insertCertifications(Handle h, UUID framework, int number, List<VersionCertification> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = h.prepareBatch("""
                INSERT INTO version_certification (framework_id, number, certification_id, position, name, abbreviation)
                VALUES (:framework, :number, :id, :position, :name, :abbreviation)
                """);
        int position = 0;
        for (VersionCertification row : rows) {
            batch.bindMethods(row)
                    .bind("framework", framework)
                    .bind("number", number)
                    .bind("position", position++)
                    .add();
        }
        batch.execute();
    }

    /** Sets the state; the framework must be locked by the caller. */
    void setStatus(FrameworkVersion version, VersionStatus status, Instant now) {
        jdbi.useHandle(h -> h.createUpdate("""
                        UPDATE framework_version SET status = :status, revision = revision + 1, changed_at = :now,
                            published_at = CASE WHEN :status = 'PUBLISHED' THEN :now ELSE published_at END,
                            retired_at = CASE WHEN :status = 'RETIRED' THEN :now ELSE retired_at END
                        WHERE framework_id = :framework AND number = :number
                        """)
                .bind("framework", version.frameworkId())
                .bind("number", version.number())
                .bind("status", status)
                .bind("now", now)
                .execute());
    }
}
