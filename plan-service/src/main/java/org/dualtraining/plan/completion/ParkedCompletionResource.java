package org.dualtraining.plan.completion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.plan.completion.CompletionStore.CompletionFilter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/parked-completions")
@RolesAllowed({Role.COLLEGE, Role.AGENCY})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "course completions")
class ParkedCompletionResource {

    private final CompletionStore store;
    private final ReplayParkedCompletions replay;
    private final Caller caller;

    @Inject
    ParkedCompletionResource(CompletionStore store, ReplayParkedCompletions replay, Caller caller) {
        this.store = store;
        this.replay = replay;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List what waits for a learner id or a course mapping",
            description = "A college sees its own.")
    public Page<CourseCompletion> list(@BeanParam PageRequest page) {
        CompletionFilter filter =
                new CompletionFilter(caller.onlyProvider().orElse(null), null, null, null, CompletionState.PARKED);
        return Page.of(store.page(filter, page), page, c -> c.id().toString());
    }

    @POST
    @Path("/replay")
    @Operation(
            summary = "Try what is parked again",
            description = "After a learner id or a mapping was entered. May be repeated at any time.")
    public Replayed replay() {
        Optional<UUID> onlyProvider = caller.onlyProvider();
        int accepted = 0;
        int stillParked = 0;
        UUID after = new UUID(0, 0);
        while (after != null) {
            ReplayParkedCompletions.Chunk chunk = replay.handle(onlyProvider, after);
            accepted += chunk.accepted();
            stillParked += chunk.stillParked();
            after = chunk.last();
        }
        return new Replayed(accepted, stillParked);
    }

    /** What a replay did. */
    public record Replayed(
            @Schema(description = "how many are no longer parked")
            int accepted,

            @Schema(description = "how many still wait") int stillParked) {}
}
