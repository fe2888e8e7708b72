package org.dualtraining.catalog.documentimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.catalog.competencymodel.Aliases;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The imports with their reports, and the recorded aliases by which they match. */
@ApplicationScoped
class DocumentImports {

    private final Jdbi jdbi;
    private final ObjectMapper json;

    @Inject
    DocumentImports(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Imports of one framework go in turn, the first one too, when there is no row yet that could be locked. */
    void lock(UUID framework) {
        jdbi.useHandle(h -> h.createQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:framework, 0))")
                .bind("framework", framework.toString())
                .mapTo(Integer.class)
                .one());
    }

    Optional<ImportReport> find(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("SELECT report::text FROM document_import WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(this::read));
    }

    /** The framework's newest import, when it said the same. */
    Optional<ImportReport> latestIfSame(UUID framework, String fingerprint) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT report FROM (
                            SELECT report::text AS report, fingerprint FROM document_import
                            WHERE framework_id = :framework ORDER BY number DESC LIMIT 1) latest
                        WHERE fingerprint = :fingerprint
                        """)
                .bind("framework", framework)
                .bind("fingerprint", fingerprint)
                .mapTo(String.class)
                .findOne()
                .map(this::read));
    }

    void insert(ImportReport report, String fingerprint, Instant now) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO document_import (id, framework_id, number, fingerprint, report, imported_at)
                        VALUES (:id, :frameworkId, :version, :fingerprint, CAST(:json AS jsonb), :now)
                        """)
                .bind("id", report.id())
                .bind("frameworkId", report.frameworkId())
                .bind("version", report.version())
                .bind("fingerprint", fingerprint)
                .bind("json", write(report))
                .bind("now", now)
                .execute());
    }

    Aliases recordedAliases() {
        return new Aliases(jdbi.withHandle(h -> h.createQuery("SELECT name, alias FROM recorded_alias")
                .map(ConstructorMapper.of(Aliases.Alias.class))
                .list()));
    }

    private ImportReport read(String stored) {
        try {
            return json.readValue(stored, ImportReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored report cannot be read", e);
        }
    }

    private String write(ImportReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report cannot be written", e);
        }
    }
}
