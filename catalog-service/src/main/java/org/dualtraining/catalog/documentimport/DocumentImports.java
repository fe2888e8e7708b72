package org.dualtraining.catalog.documentimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The imports with their reports. */
@ApplicationScoped
class DocumentImports {

    private final Jdbi jdbi;
    private final ObjectMapper json;

    @Inject
    DocumentImports(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    Optional<ImportReport> find(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("SELECT report::text FROM document_import WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(this::read));
    }

    /**
     * The import that said the same, if its draft is still to be decided on or has been published: a document that was
     * read before says nothing new, whichever came in between.
     */
    Optional<ImportReport> sameBefore(UUID framework, String fingerprint) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT i.report::text FROM document_import i
                        JOIN framework_version v ON v.framework_id = i.framework_id AND v.number = i.number
                        WHERE i.framework_id = :framework AND i.fingerprint = :fingerprint
                          AND (v.status <> 'RETIRED' OR v.published_at IS NOT NULL)
                        ORDER BY i.number DESC LIMIT 1
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
