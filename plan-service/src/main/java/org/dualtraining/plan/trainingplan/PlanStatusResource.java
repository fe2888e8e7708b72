package org.dualtraining.plan.trainingplan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.plan.disclosure.Disclosed;
import org.dualtraining.plan.disclosure.Disclosures;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/training-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "training plans")
class PlanStatusResource {

    private static final String STATUS = "409 when the plan's state does not allow it. The same again changes nothing."
            + " The body may be left out; its `reason` is kept in the plan's history.";

    private final ChangePlanStatus changeStatus;
    private final PlanWarnings warnings;
    private final Disclosures disclosures;

    @Inject
    PlanStatusResource(ChangePlanStatus changeStatus, PlanWarnings warnings, Disclosures disclosures) {
        this.changeStatus = changeStatus;
        this.warnings = warnings;
        this.disclosures = disclosures;
    }

    @POST
    @Path("/{id}/activation")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(
            summary = "Activate a plan",
            description =
                    "An employer proposes, an agency approves. With If-Match only the version that was read: 412 when it is"
                            + " stale. " + STATUS)
    public RestResponse<TrainingPlanView> activate(
            @PathParam("id") UUID id,
            @Parameter(description = "the ETag of the plan that is to be activated; may be left out")
                    @HeaderParam("If-Match")
                    @Nullable
                    String ifMatch,
            @RequestBody(required = false, content = @Content(mediaType = MediaType.APPLICATION_JSON)) @Valid @Nullable
                    PlanStatusInput input) {
        return answer(changeStatus.activate(id, ifMatch, input));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(
            summary = "Make a proposal a draft again",
            description = "An employer takes it back, an agency returns it. " + STATUS)
    public RestResponse<TrainingPlanView> withdraw(
            @PathParam("id") UUID id,
            @RequestBody(required = false, content = @Content(mediaType = MediaType.APPLICATION_JSON)) @Valid @Nullable
                    PlanStatusInput input) {
        return answer(changeStatus.handle(id, PlanStatus.DRAFT, input));
    }

    @POST
    @Path("/{id}/suspension")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.AGENCY)
    @Operation(summary = "Suspend an active plan", description = STATUS)
    public RestResponse<TrainingPlanView> suspend(
            @PathParam("id") UUID id,
            @RequestBody(required = false, content = @Content(mediaType = MediaType.APPLICATION_JSON)) @Valid @Nullable
                    PlanStatusInput input) {
        return answer(changeStatus.handle(id, PlanStatus.SUSPENDED, input));
    }

    @POST
    @Path("/{id}/completion")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.AGENCY)
    @Operation(summary = "Complete a plan", description = STATUS)
    public RestResponse<TrainingPlanView> complete(
            @PathParam("id") UUID id,
            @RequestBody(required = false, content = @Content(mediaType = MediaType.APPLICATION_JSON)) @Valid @Nullable
                    PlanStatusInput input) {
        return answer(changeStatus.handle(id, PlanStatus.COMPLETED, input));
    }

    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.AGENCY)
    @Operation(summary = "Cancel a plan", description = STATUS)
    public RestResponse<TrainingPlanView> cancel(
            @PathParam("id") UUID id,
            @RequestBody(required = false, content = @Content(mediaType = MediaType.APPLICATION_JSON)) @Valid @Nullable
                    PlanStatusInput input) {
        return answer(changeStatus.handle(id, PlanStatus.CANCELLED, input));
    }

    private RestResponse<TrainingPlanView> answer(TrainingPlan plan) {
        // what changes nothing still shows the plan
        disclosures.record(plan.apprenticeId(), Disclosed.TRAINING_PLAN);
        return Versioned.changed(warnings.view(plan), Versioned.tag(plan.epoch(), plan.version()));
    }
}
