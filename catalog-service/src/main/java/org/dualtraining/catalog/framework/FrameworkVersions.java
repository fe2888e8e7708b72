package org.dualtraining.catalog.framework;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The versions, each read and written whole. */
@ApplicationScoped
public class FrameworkVersions {

    private static final String HEAD = """
            SELECT number, status, revision, published_at, changed_at, title, industry, description,
                   occupation::text AS occupation, provenance::text AS provenance, findings::text AS findings,
                   annotations::text AS annotations, replacements::text AS replacements, schedule::text AS schedule
            FROM framework_version WHERE framework_id = :framework
            """;

    /** A statement of the largest framework must not run into the statement timeout. */
    private static final int ROWS_AT_ONCE = 1_000;

    private final Jdbi jdbi;
    private final JsonColumns json;

    @Inject
    FrameworkVersions(Jdbi jdbi, JsonColumns json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    public Optional<FrameworkVersion> find(UUID framework, int number) {
        return read(framework, HEAD + "AND number = " + number);
    }

    /** The version with the highest number, but for drafts that were given up: retired without having been published. */
    public Optional<FrameworkVersion> latest(UUID framework) {
        return read(
                framework, HEAD + "AND (status <> 'RETIRED' OR published_at IS NOT NULL) ORDER BY number DESC LIMIT 1");
    }

    /** The newest that is published; before there is one, the newest draft; after all are retired, the newest of those. */
    public Optional<FrameworkVersion> current(UUID framework) {
        return read(framework, HEAD + """
                ORDER BY array_position(ARRAY['PUBLISHED', 'DRAFT', 'RETIRED'], status), published_at IS NULL, number DESC
                LIMIT 1
                """);
    }

    private Optional<FrameworkVersion> read(UUID framework, String head) {
        return jdbi.withHandle(h -> h.createQuery(head)
                .bind("framework", framework)
                .map(ConstructorMapper.of(Head.class))
                .findOne()
                .map(row -> version(h, framework, row)));
    }

    private FrameworkVersion version(Handle h, UUID framework, Head head) {
        List<VersionCompetency> competencies = h.createQuery("""
                        SELECT competency_id, parent_id, section, list_position, form_position, name, definition, core,
                               aliases, code, not_mentioned
                        FROM version_competency WHERE framework_id = :framework AND number = :number
                        ORDER BY list_position
                        """)
                .bind("framework", framework)
                .bind("number", head.number())
                .map(ConstructorMapper.of(VersionCompetency.class))
                .list();
        List<VersionCertification> certifications = h.createQuery("""
                        SELECT certification_id AS id, name, abbreviation FROM version_certification
                        WHERE framework_id = :framework AND number = :number ORDER BY position
                        """)
                .bind("framework", framework)
                .bind("number", head.number())
                .map(ConstructorMapper.of(VersionCertification.class))
                .list();
        return new FrameworkVersion(
                framework,
                head.number(),
                head.status(),
                head.revision(),
                head.publishedAt(),
                head.changedAt(),
                new VersionContent(
                        head.title(),
                        head.industry(),
                        head.description(),
                        readOrNull(head.occupation(), new TypeReference<OccupationText>() {}),
                        json.read(head.provenance(), new TypeReference<>() {}),
                        json.read(head.findings(), new TypeReference<>() {}),
                        json.read(head.annotations(), new TypeReference<>() {}),
                        json.read(head.replacements(), new TypeReference<>() {}),
                        competencies,
                        certifications,
                        readOrNull(head.schedule(), new TypeReference<WorkProcessSchedule>() {})));
    }

    private <T> @Nullable T readOrNull(@Nullable String stored, TypeReference<T> type) {
        return stored == null ? null : json.read(stored, type);
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

    /** A row, public because Jdbi makes it. */
    public record Head(
            int number,
            VersionStatus status,
            long revision,
            @Nullable Instant publishedAt,
            Instant changedAt,
            String title,
            @Nullable String industry,
            @Nullable String description,
            @Nullable String occupation,
            String provenance,
            String findings,
            String annotations,
            String replacements,
            @Nullable String schedule) {}
}
