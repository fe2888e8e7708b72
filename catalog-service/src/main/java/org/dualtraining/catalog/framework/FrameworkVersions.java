package org.dualtraining.catalog.framework;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The versions, each read whole. */
@ApplicationScoped
public class FrameworkVersions {

    private static final String HEAD = """
            SELECT number, status, revision, published_at, changed_at, title, industry, description,
                   occupation::text AS occupation, provenance::text AS provenance, findings::text AS findings,
                   annotations::text AS annotations, replacements::text AS replacements, schedule::text AS schedule
            FROM framework_version WHERE framework_id = :framework
            """;

    private static final String LATEST =
            "AND (status <> 'RETIRED' OR published_at IS NOT NULL) ORDER BY number DESC LIMIT 1";

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
        return read(framework, HEAD + LATEST);
    }

    /** Of the {@link #latest} one. */
    public Optional<VersionMark> latestMark(UUID framework) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT number, revision FROM framework_version WHERE framework_id = :framework
                        """ + LATEST)
                .bind("framework", framework)
                .map(RecordMapper.of(VersionMark.class))
                .findOne());
    }

    /** The newest that is published; before there is one, the newest draft; after all are retired, the newest of those. */
    public Optional<FrameworkVersion> current(UUID framework) {
        return read(framework, HEAD + """
                ORDER BY array_position(ARRAY['PUBLISHED', 'DRAFT', 'RETIRED'], status), published_at IS NULL, number DESC
                LIMIT 1
                """);
    }

    /** The revision alone: what has the same says the same. */
    public Optional<Long> revision(UUID framework, int number) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT revision FROM framework_version WHERE framework_id = :framework AND number = :number
                        """)
                .bind("framework", framework)
                .bind("number", number)
                .mapTo(Long.class)
                .findOne());
    }

    /** What a later document builds on: as {@link #current}, but for drafts that were given up. A draft beside it is not. */
    public Optional<FrameworkVersion> base(UUID framework) {
        return current(framework)
                .filter(version -> version.status() != VersionStatus.RETIRED || version.publishedAt() != null);
    }

    private Optional<FrameworkVersion> read(UUID framework, String head) {
        return jdbi.withHandle(h -> h.createQuery(head)
                .bind("framework", framework)
                .map(RecordMapper.of(Head.class))
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
                .map(RecordMapper.of(VersionCompetency.class))
                .list();
        List<VersionCertification> certifications = h.createQuery("""
                        SELECT certification_id AS id, name, abbreviation FROM version_certification
                        WHERE framework_id = :framework AND number = :number ORDER BY position
                        """)
                .bind("framework", framework)
                .bind("number", head.number())
                .map(RecordMapper.of(VersionCertification.class))
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
