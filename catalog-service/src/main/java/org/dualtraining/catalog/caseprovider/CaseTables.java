package org.dualtraining.catalog.caseprovider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.catalog.casepackage.CaseJson;
import org.dualtraining.catalog.casepackage.CasePackage;
import org.dualtraining.catalog.casepackage.CaseVersion;
import org.dualtraining.catalog.casepackage.EntityKind;
import org.dualtraining.catalog.casepackage.Part;
import org.dualtraining.catalog.casepackage.Uuids;
import org.dualtraining.kit.database.RecordMapper;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the frameworks' current versions are in CASE. */
@ApplicationScoped
class CaseTables {

    /** Goes up when the same version is made into other entities than before; what is older is made again at the start. */
    static final int EDITION = 2;

    /** So that no statement runs into the statement timeout, and few entities are trees at once. */
    private static final int ROWS_AT_ONCE = 1_000;

    private final Jdbi jdbi;

    @Inject
    CaseTables(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Listed> find(UUID framework) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT framework_id, number, revision, case_version, document, characters
                        FROM case_framework WHERE framework_id = :framework
                        """)
                .bind("framework", framework)
                .map(RecordMapper.of(Listed.class))
                .findOne());
    }

    List<Listed> all() {
        return jdbi.withHandle(
                h -> h.createQuery("""
                        SELECT framework_id, number, revision, case_version, document, characters
                        FROM case_framework ORDER BY framework_id
                        """).map(RecordMapper.of(Listed.class)).list());
    }

    /** Frameworks that were stored before there was this feature, or before its present edition. */
    List<UUID> outdated() {
        return jdbi.withHandle(h ->
                h.createQuery("""
                        SELECT f.id FROM framework f LEFT JOIN case_framework c ON c.framework_id = f.id
                        WHERE c.edition IS DISTINCT FROM :edition ORDER BY f.id
                        """).bind("edition", EDITION).mapTo(UUID.class).list());
    }

    /** Replaces all of a framework; in the transaction of the change. */
    void write(UUID framework, int number, CasePackage file, Instant lastChange) {
        jdbi.useHandle(h -> {
            h.createUpdate("DELETE FROM case_entity WHERE framework_id = :framework")
                    .bind("framework", framework)
                    .execute();
            h.createUpdate("""
                            INSERT INTO case_framework (framework_id, number, edition, revision, case_version, last_change,
                                document, characters)
                            VALUES (:framework, :number, :edition, 1, :caseVersion, :lastChange, :document, 0)
                            ON CONFLICT (framework_id) DO UPDATE SET number = excluded.number,
                                edition = excluded.edition, revision = case_framework.revision + 1,
                                case_version = excluded.case_version, last_change = excluded.last_change,
                                document = excluded.document
                            """)
                    .bind("framework", framework)
                    .bind("number", number)
                    .bind("edition", EDITION)
                    .bind("caseVersion", file.version())
                    .bind("lastChange", lastChange)
                    .bind("document", CaseJson.text(file.document()))
                    .execute();
            long characters = 0;
            for (EntityKind kind : EntityKind.values()) {
                if (kind != EntityKind.DOCUMENT) {
                    characters += write(h, framework, kind, file.all(kind));
                }
            }
            h.createUpdate("UPDATE case_framework SET characters = :characters WHERE framework_id = :framework")
                    .bind("characters", characters)
                    .bind("framework", framework)
                    .execute();
        });
    }

    private static long write(Handle h, UUID framework, EntityKind kind, List<Part> parts) {
        long characters = 0;
        for (int from = 0; from < parts.size(); from += ROWS_AT_ONCE) {
            List<Row> rows = new ArrayList<>();
            for (int at = from; at < Math.min(from + ROWS_AT_ONCE, parts.size()); at++) {
                Row row = Row.of(at, parts.get(at).json());
                characters += row.json().length();
                rows.add(row);
            }
            insert(h, framework, kind, rows);
        }
        return characters;
    }

    private static void insert(Handle h, UUID framework, EntityKind kind, List<Row> rows) {
        List<Row> known = rows.stream().filter(row -> row.identifier() != null).toList();
        h.createUpdate("""
                        INSERT INTO case_entity (framework_id, kind, position, identifier, origin, destination, json)
                        SELECT :framework, :kind, position, identifier, origin, destination, json
                        FROM unnest(:positions, :identifiers, :origins, :destinations, :jsons)
                            AS row (position, identifier, origin, destination, json)
                        """)
                .bind("framework", framework)
                .bind("kind", kind)
                .bindArray(
                        "positions",
                        Integer.class,
                        known.stream().map(Row::position).toArray())
                .bindArray(
                        "identifiers",
                        UUID.class,
                        known.stream().map(Row::identifier).toArray())
                .bindArray(
                        "origins", UUID.class, known.stream().map(Row::origin).toArray())
                .bindArray(
                        "destinations",
                        UUID.class,
                        known.stream().map(Row::destination).toArray())
                .bindArray("jsons", String.class, known.stream().map(Row::json).toArray())
                .execute();
    }

    /** One entity; what several packages share is found once. */
    Optional<Found> entity(EntityKind kind, UUID identifier) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT framework_id, json FROM case_entity
                        WHERE identifier = :identifier AND kind = :kind ORDER BY framework_id, position LIMIT 1
                        """)
                .bind("identifier", identifier)
                .bind("kind", kind)
                .map(RecordMapper.of(Found.class))
                .findOne());
    }

    /** All associations that begin or end at an item, in whatever package they are. */
    List<Found> associationsOf(UUID item) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT framework_id, json FROM (
                            SELECT DISTINCT ON (identifier) framework_id, position, json FROM case_entity
                            WHERE kind = 'ASSOCIATION' AND (origin = :item OR destination = :item)
                            ORDER BY identifier, framework_id, position) once
                        ORDER BY framework_id, position
                        """)
                .bind("item", item)
                .map(RecordMapper.of(Found.class))
                .list());
    }

    /** A row, public because Jdbi makes it. */
    public record Listed(
            UUID frameworkId, int number, long revision, CaseVersion caseVersion, String document, long characters) {}

    /** A row, public because Jdbi makes it. */
    public record Found(UUID frameworkId, String json) {}

    private record Row(
            int position,
            @Nullable UUID identifier,
            @Nullable UUID origin,
            @Nullable UUID destination,
            String json) {

        static Row of(int position, ObjectNode entity) {
            return new Row(
                    position,
                    id(entity.path("identifier").asText()),
                    id(entity.path("originNodeURI").path("identifier").asText()),
                    id(entity.path("destinationNodeURI").path("identifier").asText()),
                    CaseJson.text(entity));
        }

        private static @Nullable UUID id(String identifier) {
            return Uuids.read(identifier).orElse(null);
        }
    }
}
