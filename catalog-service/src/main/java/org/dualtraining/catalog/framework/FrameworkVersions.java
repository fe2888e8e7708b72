package org.dualtraining.catalog.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
            SELECT number, status, revision, published_at, title, industry, description,
                   provenance::text AS provenance, findings::text AS findings
            FROM framework_version WHERE framework_id = :framework
            """;

    private final Jdbi jdbi;
    private final JsonColumns json;
    private final Frameworks frameworks;

    @Inject
    FrameworkVersions(Jdbi jdbi, JsonColumns json, Frameworks frameworks) {
        this.jdbi = jdbi;
        this.json = json;
        this.frameworks = frameworks;
    }

    public Optional<FrameworkVersion> find(UUID framework, int number) {
        return read(framework, HEAD + "AND number = " + number);
    }

    /** The version with the highest number, but for drafts that were given up: retired without having been published. */
    public Optional<FrameworkVersion> latest(UUID framework) {
        return read(
                framework, HEAD + "AND (status <> 'RETIRED' OR published_at IS NOT NULL) ORDER BY number DESC LIMIT 1");
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
                               aliases
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
                new VersionContent(
                        head.title(),
                        head.industry(),
                        head.description(),
                        json.provenance(head.provenance()),
                        json.findings(head.findings()),
                        competencies,
                        certifications));
    }

    /** Stores a new draft; the framework must be locked by the caller. */
    public int insertDraft(UUID framework, VersionContent content, Instant now) {
        return jdbi.withHandle(h -> {
            int number = h.createQuery("""
                            INSERT INTO framework_version (framework_id, number, status, title, industry, description,
                                provenance, findings, created_at)
                            SELECT :framework, coalesce(max(number), 0) + 1, 'DRAFT', :title, :industry, :description,
                                CAST(:provenanceJson AS jsonb), CAST(:findingsJson AS jsonb), CAST(:now AS timestamptz)
                            FROM framework_version WHERE framework_id = :framework
                            RETURNING number
                            """)
                    .bind("framework", framework)
                    .bindMethods(content)
                    .bind("provenanceJson", json.write(content.provenance()))
                    .bind("findingsJson", json.write(content.findings()))
                    .bind("now", now)
                    .mapTo(Integer.class)
                    .one();
            insertCompetencies(h, framework, number, content.competencies());
            insertCertifications(h, framework, number, content.certifications());
            frameworks.touch(framework);
            return number;
        });
    }

    private static void insertCompetencies(Handle h, UUID framework, int number, List<VersionCompetency> rows) {
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
                    form_position, name, definition, core, aliases)
                VALUES (:framework, :number, :competencyId, :parentId, :section, :listPosition, :formPosition, :name,
                    :definition, :core, :otherNames)
                """);
        for (VersionCompetency row : rows) {
            batch.bindMethods(row)
                    .bind("framework", framework)
                    .bind("number", number)
                    .bindArray("otherNames", String.class, row.aliases())
                    .add();
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
                        UPDATE framework_version SET status = :status, revision = revision + 1,
                            published_at = CASE WHEN :status = 'PUBLISHED' THEN :now ELSE published_at END,
                            retired_at = CASE WHEN :status = 'RETIRED' THEN :now ELSE retired_at END
                        WHERE framework_id = :framework AND number = :number
                        """)
                .bind("framework", version.frameworkId())
                .bind("number", version.number())
                .bind("status", status)
                .bind("now", now)
                .execute());
        frameworks.touch(version.frameworkId());
    }

    /** Rewords a competency of a draft; the framework must be locked by the caller. */
    void updateCompetency(FrameworkVersion version, VersionCompetency competency) {
        jdbi.useHandle(h -> {
            h.createUpdate("""
                            UPDATE version_competency SET name = :name, definition = :definition, core = :core
                            WHERE framework_id = :framework AND number = :number AND competency_id = :competencyId
                            """)
                    .bindMethods(competency)
                    .bind("framework", version.frameworkId())
                    .bind("number", version.number())
                    .execute();
            h.createUpdate("""
                            UPDATE framework_version SET revision = revision + 1
                            WHERE framework_id = :framework AND number = :number
                            """)
                    .bind("framework", version.frameworkId())
                    .bind("number", version.number())
                    .execute();
        });
        frameworks.touch(version.frameworkId());
    }

    /** A row, public because Jdbi makes it. */
    public record Head(
            int number,
            VersionStatus status,
            long revision,
            @Nullable Instant publishedAt,
            String title,
            @Nullable String industry,
            @Nullable String description,
            String provenance,
            String findings) {}
}
