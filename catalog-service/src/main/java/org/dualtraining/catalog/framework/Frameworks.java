package org.dualtraining.catalog.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.catalog.framework.FrameworkView.OccupationRef;
import org.dualtraining.catalog.framework.FrameworkView.VersionRef;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.PageRequest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The frameworks. Whoever changes a version locks its framework first, so versions of one framework change in turn. */
@ApplicationScoped
public class Frameworks {

    private static final String SELECT = """
            SELECT f.id, f.key, f.title, f.revision + o.revision AS revision, o.id AS occupation_id, o.title AS occupation_title
            FROM framework f JOIN occupation o ON o.id = f.occupation_id
            """;

    private final Jdbi jdbi;

    @Inject
    Frameworks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Imports of one framework go in turn, the first one too, when there is no row yet that could be locked. */
    public void lockFirst(UUID id) {
        jdbi.useHandle(h -> h.createQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:framework, 0))")
                .bind("framework", id.toString())
                .mapTo(Integer.class)
                .one());
    }

    /** Makes sure that the framework is there, and locks it until the commit. */
    public void storeLocked(UUID id, String key, String title, UUID occupationId) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO framework (id, key, title, occupation_id) VALUES (:id, :key, :title, :occupationId)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .bind("id", id)
                .bind("key", key)
                .bind("title", title)
                .bind("occupationId", occupationId)
                .execute());
        lock(id);
    }

    /** Whether there is such a framework; if so, nobody else changes one of its versions until the commit. */
    boolean lock(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("SELECT true FROM framework WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .mapTo(Boolean.class)
                .findOne()
                .isPresent());
    }

    /** Counts a change of one of its versions; its title is the current version's. */
    void touch(UUID id, String title) {
        jdbi.useHandle(
                h -> h.createUpdate("UPDATE framework SET revision = revision + 1, title = :title WHERE id = :id")
                        .bind("id", id)
                        .bind("title", title)
                        .execute());
    }

    public Optional<UUID> occupationOf(UUID framework) {
        return jdbi.withHandle(h -> h.createQuery("SELECT occupation_id FROM framework WHERE id = :id")
                .bind("id", framework)
                .mapTo(UUID.class)
                .findOne());
    }

    Optional<ListedFramework> find(UUID id) {
        return jdbi
                .withHandle(h -> withVersions(
                        h,
                        h.createQuery(SELECT + "WHERE f.id = :id")
                                .bind("id", id)
                                .map(RecordMapper.of(Row.class))
                                .list()))
                .stream()
                .findFirst();
    }

    /** Differs after every change of a framework, of a version or of an occupation that a list could show. */
    String state() {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT concat_ws('/', (SELECT concat_ws('/', count(*), sum(revision)) FROM framework),
                            (SELECT concat_ws('/', count(*), sum(revision)) FROM occupation))
                        """).mapTo(String.class).one());
    }

    List<ListedFramework> page(FrameworkFilter filter, PageRequest page) {
        return jdbi.withHandle(h -> withVersions(
                h,
                h.createQuery(SELECT + """
                        WHERE f.key > :after
                          AND (CAST(:occupation AS uuid) IS NULL OR f.occupation_id = :occupation)
                          AND (CAST(:status AS text) IS NULL OR EXISTS (SELECT 1 FROM framework_version v
                              WHERE v.framework_id = f.id AND v.status = :status))
                          AND (CAST(:q AS text) IS NULL OR (search_folded(:q) <> '' AND (
                              strpos(replace(f.folded || ' ' || o.folded, ' ', ''), replace(search_folded(:q), ' ', '')) > 0
                              OR is_mistyped(search_folded(:q), f.folded || ' ' || o.folded))))
                        ORDER BY f.key LIMIT :rows
                        """)
                        .bind("after", page.after(""))
                        .bind("rows", page.rows())
                        .bind("occupation", filter.occupation())
                        .bind("status", filter.status())
                        .bind("q", filter.q())
                        .map(RecordMapper.of(Row.class))
                        .list()));
    }

    private static List<ListedFramework> withVersions(Handle h, List<Row> rows) {
        Map<UUID, List<VersionRef>> versions =
                versions(h, rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> row.listed(versions.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Map<UUID, List<VersionRef>> versions(Handle h, Collection<UUID> frameworks) {
        return h
                .createQuery("""
                        SELECT framework_id, number, status, published_at FROM framework_version
                        WHERE framework_id = ANY (:frameworks) ORDER BY framework_id, number
                        """)
                .bindArray("frameworks", UUID.class, frameworks.toArray())
                .map(RecordMapper.of(VersionRow.class))
                .stream()
                .collect(Collectors.groupingBy(
                        VersionRow::frameworkId,
                        HashMap::new,
                        Collectors.mapping(VersionRow::ref, Collectors.toList())));
    }

    /** A row, public because Jdbi makes it. */
    public record VersionRow(
            UUID frameworkId,
            int number,
            VersionStatus status,
            @Nullable Instant publishedAt) {

        VersionRef ref() {
            return new VersionRef(number, status, publishedAt);
        }
    }

    /** A row, public because Jdbi makes it. */
    public record Row(UUID id, String key, String title, long revision, UUID occupationId, String occupationTitle) {

        ListedFramework listed(List<VersionRef> versions) {
            Integer latestPublished = versions.stream()
                    .filter(version -> version.status() == VersionStatus.PUBLISHED)
                    .map(VersionRef::number)
                    .reduce((earlier, later) -> later)
                    .orElse(null);
            return new ListedFramework(
                    key,
                    revision,
                    new FrameworkView(
                            id, title, new OccupationRef(occupationId, occupationTitle), versions, latestPublished));
        }
    }
}
