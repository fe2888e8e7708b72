package org.dualtraining.plan.completion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.text.PlainText;
import org.dualtraining.plan.completion.ParkedSummary.Missing;
import org.dualtraining.plan.completion.ReplayParkedCompletions.Replayed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/parked-completions")
@RolesAllowed({Role.COLLEGE, Role.AGENCY})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "course completions")
class ParkedCompletionResource {

    private final ParkedStore parked;
    private final ParkedSummary summary;
    private final ReplayParkedCompletions replay;
    private final DisclosedCompletions disclosed;
    private final Caller caller;

    @Inject
    ParkedCompletionResource(
            ParkedStore parked,
            ParkedSummary summary,
            ReplayParkedCompletions replay,
            DisclosedCompletions disclosed,
            Caller caller) {
        this.parked = parked;
        this.summary = summary;
        this.replay = replay;
        this.disclosed = disclosed;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List what waits for a learner id or a course mapping",
            description = "A college sees its own. All filters that are given hold together.")
    public Page<CourseCompletion> list(
            @QueryParam("provider") @Nullable UUID provider,
            @QueryParam("reason") @Nullable ParkedReason reason,
            @QueryParam("courseCode") @PlainText(max = 50) @Nullable String courseCode,
            @QueryParam("learnerId") @PlainText(max = 100) @Nullable String learnerId,
            @BeanParam PageRequest page) {
        ParkedFilter filter = ParkedFilter.of(caller, provider, reason, courseCode, learnerId);
        Page<CourseCompletion> found = Page.of(parked.page(filter, page), page, c -> c.id().toString());
        disclosed.record(found.items());
        return found;
    }

    @GET
    @Path("/summary")
    @Operation(
            summary = "See which mapping or learner id would release most",
            description =
                    "Per provider and course without a mapping, and per provider and learner id that nobody has: how many"
                            + " completions wait for it, and since when. The one that most wait for comes first. A completion is"
                            + " counted under its learner id until that is known, then under its course.")
    public Page<Missing> summary(
            @QueryParam("provider") @Nullable UUID provider,
            @QueryParam("reason") @Nullable ParkedReason reason,
            @BeanParam PageRequest page) {
        return summary.page(ParkedFilter.of(caller, provider, reason, null, null), page);
    }

    @POST
    @Path("/replay")
    @Operation(
            summary = "Try what is parked again",
            description =
                    "After a learner id or a mapping was entered. Takes in up to 10000 completions whose learner is known and"
                            + " whose course is mapped on its day by now; `more` says whether to send it again. May be repeated"
                            + " at any time, also while completions arrive. The filters narrow what is tried.")
    public Replayed replay(
            @QueryParam("provider") @Nullable UUID provider,
            @QueryParam("courseCode") @PlainText(max = 50) @Nullable String courseCode,
            @QueryParam("learnerId") @PlainText(max = 100) @Nullable String learnerId) {
        return replay.handle(ParkedFilter.of(caller, provider, null, courseCode, learnerId));
    }
}
