package org.dualtraining.catalog.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who changed what and when. Entries are only ever added. */
@ApplicationScoped
class FrameworkHistory {

    private final Jdbi jdbi;

    @Inject
    FrameworkHistory(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One change; public because Jdbi makes it. */
    @Schema(name = "HistoryEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            @Schema(description = "goes up with time") long id,

            @Schema(description = "number of the version") int number,

            HistoryAction action,
            @Nullable UUID competencyId,

            @Schema(description = "what was done, where the action alone does not say it") @Nullable
            String detail,

            @Schema(description = "subject of the token") String who,

            Instant at) {}

    void add(UUID framework, int number, Change change, String who, Instant at) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO framework_history (framework_id, number, action, competency_id, detail, who, at)
                        VALUES (:framework, :number, :action, :competencyId, :detail, :who, :at)
                        """)
                .bind("framework", framework)
                .bind("number", number)
                .bindMethods(change)
                .bind("who", who)
                .bind("at", at)
                .execute());
    }

    List<Entry> page(UUID framework, PageRequest page) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT id, number, action, competency_id, detail, who, at FROM framework_history
                        WHERE framework_id = :framework AND id > CAST(:after AS bigint) ORDER BY id LIMIT :rows
                        """)
                .bind("framework", framework)
                .bind("after", page.after("0"))
                .bind("rows", page.rows())
                .map(RecordMapper.of(Entry.class))
                .list());
    }

    /** What is told of a change; public because Jdbi reads it. */
    public record Change(
            HistoryAction action,
            @Nullable UUID competencyId,
            @Nullable String detail) {

        static Change of(HistoryAction action) {
            return new Change(action, null, null);
        }
    }
}
