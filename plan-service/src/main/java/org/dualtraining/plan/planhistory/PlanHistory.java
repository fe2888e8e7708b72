package org.dualtraining.plan.planhistory;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Who decided what about a plan, when and why. Entries are only ever added, in the transaction of what they tell. */
@ApplicationScoped
public class PlanHistory {

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Caller caller;
    private final Clock clock;

    @Inject
    PlanHistory(Jdbi jdbi, ObjectMapper json, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /** One decision. */
    @Schema(name = "PlanHistoryEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            @Schema(description = "goes up with time") long id,
            Instant at,

            @Schema(description = "who decided: the subject of the token")
            String who,

            @Schema(description = "in which role") String role,

            ChangeKind kind,
            @Schema(description = "in one sentence") String what,

            @Schema(description = "why, if that was said") @Nullable
            String why,

            @Schema(description = "the one line that it is about") @Nullable
            UUID lineId,

            @Schema(description = "the members that changed, as they were", implementation = Object.class) @Nullable
            JsonNode before,

            @Schema(description = "the same members afterwards", implementation = Object.class) @Nullable
            JsonNode after,

            @Schema(description = "the version of the plan after it")
            long planVersion) {}

    /** Writes down decisions of the caller. The plans' rows are locked, so that entries come in the order of versions. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Collection<PlanChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbi.useHandle(h -> {
            PreparedBatch batch = h.prepareBatch("""
                    INSERT INTO plan_history (plan_id, plan_version, kind, line_id, what, before, after, why, who, role, at)
                    VALUES (:planId, :planVersion, :kind, :lineId, :what, CAST(:was AS jsonb), CAST(:is AS jsonb), :why,
                        :who, :role, :at)
                    """);
            for (PlanChange change : changes) {
                batch.bindMethods(change)
                        .bind("was", text(change.before()))
                        .bind("is", text(change.after()))
                        .bind("who", caller.subject())
                        .bind("role", role())
                        .bind("at", clock.instant())
                        .add();
            }
            batch.execute();
        });
    }

    /** Takes out what people wrote about a person whose data is erased; who decided what and when stays. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Collection<UUID> planIds) {
        jdbi.useHandle(h -> h.createUpdate(
                        "UPDATE plan_history SET why = NULL, before = NULL, after = NULL WHERE plan_id = ANY (:plans)")
                .bindArray("plans", UUID.class, planIds.toArray())
                .execute());
    }

    /** One page of a plan's history, oldest first. */
    public List<Entry> page(UUID planId, PageRequest page) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT id, plan_version, kind, line_id, what, before::text, after::text, why, who, role, at
                        FROM plan_history
                        WHERE plan_id = :plan AND id > CAST(:after AS bigint) ORDER BY id LIMIT :rows
                        """)
                .bind("plan", planId)
                .bind("after", page.after("0"))
                .bind("rows", page.rows())
                .map((row, context) -> entry(row))
                .list());
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                row.getString("role"),
                ChangeKind.valueOf(row.getString("kind")),
                row.getString("what"),
                row.getString("why"),
                row.getObject("line_id", UUID.class),
                read(row.getString("before")),
                read(row.getString("after")),
                row.getLong("plan_version"));
    }

    private String role() {
        return Stream.of(Role.AGENCY, Role.EMPLOYER, Role.COLLEGE)
                .filter(caller::is)
                .findFirst()
                .orElse(Role.APPRENTICE);
    }

    private static @Nullable String text(@Nullable JsonNode members) {
        return members == null ? null : members.toString();
    }

    private @Nullable JsonNode read(@Nullable String members) {
        try {
            return members == null ? null : json.readTree(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry of the history cannot be read", e);
        }
    }
}
