package org.dualtraining.plan.signoff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.dualtraining.kit.party.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/training-plans")
@RolesAllowed({Role.EMPLOYER, Role.AGENCY})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "training plans")
class AssessmentResource {

    private final RecordAssessment assessment;

    @Inject
    AssessmentResource(RecordAssessment assessment) {
        this.assessment = assessment;
    }

    @POST
    @Path("/{id}/lines/{lineId}/sign-offs")
    @ResponseStatus(201)
    @Operation(
            summary = "Sign off an on-the-job competency",
            description =
                    "It is credited when the rating reaches the line's minimum; a later sign-off may raise the rating."
                            + " 422 when the line is not trained on the job, 409 when the plan is closed.")
    public SignOff signOff(
            @PathParam("id") UUID planId, @PathParam("lineId") UUID lineId, @NotNull @Valid SignOffInput input) {
        return assessment.signOff(planId, lineId, input);
    }

    @POST
    @Path("/{id}/lines/{lineId}/prior-learning")
    @ResponseStatus(201)
    @Operation(
            summary = "Give evidence of prior learning",
            description = "For a line with disposition PRIOR, which does not count without. 422 for other lines.")
    public PriorLearning priorLearning(
            @PathParam("id") UUID planId, @PathParam("lineId") UUID lineId, @NotNull @Valid PriorLearningInput input) {
        return assessment.priorLearning(planId, lineId, input);
    }
}
