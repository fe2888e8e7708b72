package org.dualtraining.progress.stream;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.dualtraining.kit.database.ReadDeadline;
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

    private static final long RECONNECT_MILLIS = 2_000;

    private final ChangeTail tail;
    private final Readers readers;
    private final Caller caller;
    private final JsonWebToken token;
    private final Clock clock;
    private final ReadDeadline deadline;

    @Inject
    EventsResource(
            ChangeTail tail, Readers readers, Caller caller, JsonWebToken token, Clock clock, ReadDeadline deadline) {
        this.tail = tail;
        this.readers = readers;
        this.caller = caller;
        this.token = token;
        this.clock = clock;
        this.deadline = deadline;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Role.DASHBOARD, Role.AGENCY, Role.EMPLOYER})
    @Blocking
    @Operation(
            summary = "Changes of progress and eligibility as they happen",
            description =
                    "Server-sent events: `progress` and `eligibility` for an agency and, for plans that were its own when"
                            + " they changed, an employer; `dashboard` without any id of a person, at most once a second, for"
                            + " the role `dashboard`. Come back with the last id and nothing is missed, or the first event is"
                            + " `reset`: then read everything anew. Ids are opaque and belong to the party that got them. A"
                            + " comment with a newer id is sent when nothing happens for 15 seconds; a reader that takes"
                            + " nothing for 30 seconds is cut off; the stream ends when the token does.")
    @APIResponse(
            responseCode = "200",
            description = "the stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = StreamedChange.class)))
    @APIResponse(responseCode = "429", description = "the party has as many readers as one may have; see Retry-After")
    @APIResponse(responseCode = "503", description = "the instance has as many readers as it takes; see Retry-After")
    public void events(
            @Parameter(
                            description =
                                    "the id of the last event seen; without it the stream begins now, with one that is"
                                            + " unknown or too old it begins with `reset`")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServerRequest request) {
        Audience audience = Audience.of(caller);
        Outlet outlet = new Outlet(request, sink, Objects.requireNonNull(Vertx.currentContext()));
        readers.takePlace(audience, outlet);
        Reader reader = new Reader(tail, audience, outlet, clock, end(), cursor(lastEventId, audience));
        deadline.leaveToResource();
        if (outlet.isClosed()) {
            // hung up while this waited
            return;
        }
        readers.add(reader);
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader("X-Accel-Buffering", "no");
        // the answer's head goes out with the first event; only then may the reader's own writes follow
        var unused = sink.send(sse.newEventBuilder()
                        .comment("welcome")
                        .reconnectDelay(RECONNECT_MILLIS)
                        .build())
                .whenComplete((nothing, failure) -> reader.welcomed(failure == null));
    }

    /** The token was good when the request came; at least a second is left of it, or of the leeway for clocks. */
    private Instant end() {
        Instant soonest = clock.instant().plusSeconds(1);
        Instant end = Instant.ofEpochSecond(token.getExpirationTime());
        return end.isBefore(soonest) ? soonest : end;
    }

    private long cursor(@Nullable String lastEventId, Audience audience) {
        if (lastEventId == null || lastEventId.isBlank()) {
            tail.catchUpFor(0);
            return tail.newest();
        }
        long lastSeen = tail.text().lastSeen(lastEventId.trim(), audience).orElse(-1);
        tail.catchUpFor(lastSeen);
        return lastSeen;
    }
}
