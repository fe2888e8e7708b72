package org.dualtraining.progress.stream;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/events")
@Tag(name = "Events")
class EventsResource {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final ChangeTail tail;
    private final Caller caller;
    private final JsonWebToken token;
    private final Clock clock;

    @Inject
    EventsResource(ChangeTail tail, Caller caller, JsonWebToken token, Clock clock) {
        this.tail = tail;
        this.caller = caller;
        this.token = token;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Role.DASHBOARD, Role.AGENCY, Role.EMPLOYER})
    @Blocking
    @Operation(
            summary = "Changes of progress and eligibility as they happen",
            description =
                    "Server-sent events: `progress` and `eligibility` for an agency and, for its own apprentices, an"
                            + " employer; `dashboard` without any id of a person for the role `dashboard`. After `reset` read"
                            + " everything anew: changes were missed. A comment is sent every 15 seconds when nothing happens,"
                            + " and the stream ends when the token does.")
    @APIResponse(
            responseCode = "200",
            description = "the stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = StreamedChange.class)))
    public Multi<OutboundSseEvent> events(
            @Parameter(description = "the id of the last event seen; without it the stream begins now")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Context Sse sse) {
        tail.catchUp();
        Reader reader = new Reader(tail, Audience.of(caller), sse, clock, cursor(lastEventId));
        Duration valid = timeLeft();
        return Multi.createFrom()
                .ticks()
                .every(LOOK)
                .onOverflow()
                .drop()
                .onItem()
                .transformToMultiAndConcatenate(tick -> Multi.createFrom().iterable(reader.next()))
                .select()
                .first(valid);
    }

    /** The token was good when the request came; at least a second is left of it, or of the leeway for clocks. */
    private Duration timeLeft() {
        Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime()));
        return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
    }

    private long cursor(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return tail.newest();
        }
        try {
            return Long.parseLong(lastEventId.trim());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
