package org.dualtraining.plan.merge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.query.QueryFlag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/apprentices")
@RolesAllowed(Role.AGENCY)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "apprentices")
class MergeResource {

    private final MergeApprentices merge;

    @Inject
    MergeResource(MergeApprentices merge) {
        this.merge = merge;
    }

    @POST
    @Path("/{id}/merge")
    @Operation(
            summary = "Merge a duplicate into an apprentice",
            description =
                    "For a person who was entered twice. The duplicate's learner ids, completions and evidence go over to the"
                            + " apprentice in the path, and so do its plans: each is cancelled, and an equal one is made unless"
                            + " the apprentice has a plan that stands for it (one in force for one in force, an open one for a"
                            + " draft or proposal, of the same occupation). Nothing is deleted: the duplicate stays readable"
                            + " with `mergedInto`, both histories are in the apprentice's record, and the duplicate's employer"
                            + " keeps what it had. Again changes nothing. 409 when one of them is merged otherwise or erased, or"
                            + " when the duplicate has an open plan with another employer than the apprentice's. Then replay"
                            + " what is parked.")
    public MergeResult merge(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "true: say what would happen and change nothing; default false",
                            schema = @Schema(implementation = Boolean.class))
                    @QueryParam("dryRun")
                    @Nullable
                    String dryRun,
            @NotNull @Valid MergeInput input) {
        return merge.handle(id, input, QueryFlag.isTrue("dryRun", dryRun));
    }
}
