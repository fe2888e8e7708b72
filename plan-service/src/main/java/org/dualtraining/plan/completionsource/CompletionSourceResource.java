package org.dualtraining.plan.completionsource;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/completion-sources")
@RolesAllowed({Role.COLLEGE, Role.AGENCY})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "course completions")
class CompletionSourceResource {

    private static final int MOST = 10_000;

    private final Jdbi jdbi;
    private final Caller caller;
    private final Clock clock;

    @Inject
    CompletionSourceResource(Jdbi jdbi, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "See who sends completions, and who fell silent",
            description =
                    "Every college and every other provider that ever sent something, with the time when it last did, to a"
                            + " few seconds. `silentSince` narrows to those that have sent nothing since that instant, or never."
                            + " A college sees itself.")
    public Page<CompletionSource> list(
            @QueryParam("silentSince") @Nullable Instant silentSince, @BeanParam PageRequest page) {
        UUID onlyProvider = caller.onlyProvider().orElse(null);
        Instant now = clock.instant();
        List<CompletionSource> sources = jdbi.withHandle(h -> h.createQuery("""
                        SELECT p.id AS provider_id, p.name, p.type, s.last_received_at,
                            (SELECT count(*) FROM (SELECT 1 FROM course_completion c
                                WHERE c.provider_id = p.id AND c.id >= :dayAgo LIMIT :most) AS day) AS new_in_last24_hours,
                            (SELECT count(*) FROM (SELECT 1 FROM course_completion c
                                WHERE c.provider_id = p.id AND c.id >= :monthAgo LIMIT :most) AS month)
                                AS new_in_last30_days
                        FROM provider p LEFT JOIN completion_source s ON s.provider_id = p.id
                        WHERE p.id > :after AND (p.type = 'COLLEGE' OR s.provider_id IS NOT NULL)
                          AND (CAST(:provider AS uuid) IS NULL OR p.id = :provider)
                          AND (CAST(:silentSince AS timestamptz) IS NULL OR s.last_received_at IS NULL
                              OR s.last_received_at < :silentSince)
                        ORDER BY p.id LIMIT :rows
                        """)
                .bind("after", page.afterId())
                .bind("rows", page.rows())
                .bind("provider", onlyProvider)
                .bind("silentSince", silentSince)
                .bind("dayAgo", CompletionIds.firstOf(now.minus(Duration.ofDays(1))))
                .bind("monthAgo", CompletionIds.firstOf(now.minus(Duration.ofDays(30))))
                .bind("most", MOST)
                .map(RecordMapper.of(CompletionSource.class))
                .list());
        return Page.of(sources, page, source -> source.providerId().toString());
    }
}
