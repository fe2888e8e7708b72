package org.dualtraining.catalog.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.catalog.framework.CompetencyHistory.Occurrence;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.kit.database.RecordMapper;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Competencies across the versions of their framework. */
@ApplicationScoped
public class Competencies {

    private final Jdbi jdbi;
    private final FrameworkVersions versions;

    @Inject
    Competencies(Jdbi jdbi, FrameworkVersions versions) {
        this.jdbi = jdbi;
        this.versions = versions;
    }

    /** The competencies of a framework by id, each with the name that its newest version gives it. */
    public Map<UUID, String> namesIn(UUID framework) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT DISTINCT ON (competency_id) competency_id, name FROM version_competency
                        WHERE framework_id = :framework ORDER BY competency_id, number DESC
                        """)
                .bind("framework", framework)
                .reduceResultSet(new HashMap<>(), (names, row, context) -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                    return names;
                }));
    }

    /**
     * What a requirement rule may name, as {@link #namesIn}: the competencies that were ever published, and those of the
     * newest draft. What only a draft had that was given up, nobody can complete.
     */
    public Map<UUID, String> namesForRules(UUID framework) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT DISTINCT ON (c.competency_id) c.competency_id, c.name
                        FROM version_competency c JOIN framework_version v USING (framework_id, number)
                        WHERE framework_id = :framework AND (v.published_at IS NOT NULL OR number = (
                            SELECT max(d.number) FROM framework_version d
                            WHERE d.framework_id = :framework AND d.status = 'DRAFT'))
                        ORDER BY c.competency_id, number DESC
                        """)
                .bind("framework", framework)
                .reduceResultSet(new HashMap<>(), (names, row, context) -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                    return names;
                }));
    }

    /** The competency of a framework that bore this name last. */
    Optional<UUID> named(UUID framework, String name) {
        return jdbi.withHandle(h -> h
                .createQuery("""
                        SELECT competency_id AS id, name FROM version_competency
                        WHERE framework_id = :framework ORDER BY number DESC, list_position
                        """)
                .bind("framework", framework)
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .stream()
                .filter(known -> Names.isSame(known.getValue(), name))
                .map(Map.Entry::getKey)
                .findFirst());
    }

    /** Those of these ids that are competencies of other frameworks. */
    public Set<UUID> ofOtherFrameworks(UUID framework, Collection<UUID> ids) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT id FROM competency WHERE id = ANY (:ids) AND framework_id <> :framework")
                        .bindArray("ids", UUID.class, ids.toArray())
                        .bind("framework", framework)
                        .mapTo(UUID.class)
                        .set());
    }

    Optional<VersionedHistory> history(UUID competency) {
        List<Row> rows = jdbi.withHandle(h -> h.createQuery("""
                        SELECT c.framework_id, f.revision, c.number, v.status, c.section, c.parent_id, c.name,
                               c.definition, c.core
                        FROM version_competency c
                        JOIN framework_version v ON v.framework_id = c.framework_id AND v.number = c.number
                        JOIN framework f ON f.id = c.framework_id
                        WHERE c.competency_id = :competency ORDER BY c.number
                        """)
                .bind("competency", competency)
                .map(RecordMapper.of(Row.class))
                .list());
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Row newest = rows.get(rows.size() - 1);
        return versions.find(newest.frameworkId(), newest.number())
                .flatMap(version -> VersionView.of(version).competency(competency))
                .map(view -> new VersionedHistory(
                        newest.revision(),
                        new CompetencyHistory(
                                view.id(),
                                newest.frameworkId(),
                                view.name(),
                                view.definition(),
                                view.core(),
                                view.aliases(),
                                view.children(),
                                rows.stream().map(Row::occurrence).toList())));
    }

    /** A history and the revision of its framework, which changes whenever the history may. */
    record VersionedHistory(long revision, CompetencyHistory history) {}

    /** A row, public because Jdbi makes it. */
    public record Row(
            UUID frameworkId,
            long revision,
            int number,
            VersionStatus status,
            SectionKind section,
            @Nullable UUID parentId,
            String name,
            @Nullable String definition,
            boolean core) {

        Occurrence occurrence() {
            return new Occurrence(number, status, section, parentId, name, definition, core);
        }
    }
}
