package org.dualtraining.plan.trainingplan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/training-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "training plans")
class TrainingPlanResource {

    private static final String STATUS = "409 when the plan's state does not allow it. The same again changes nothing.";

    private final TrainingPlans plans;
    private final VisiblePlans visible;
    private final CreateTrainingPlan create;
    private final ChangePlanLine changeLine;
    private final ChangePlanStatus changeStatus;
    private final Caller caller;

    @Inject
    TrainingPlanResource(
            TrainingPlans plans,
            VisiblePlans visible,
            CreateTrainingPlan create,
            ChangePlanLine changeLine,
            ChangePlanStatus changeStatus,
            Caller caller) {
        this.plans = plans;
        this.visible = visible;
        this.create = create;
        this.changeLine = changeLine;
        this.changeStatus = changeStatus;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(
            summary = "Make a training plan",
            description =
                    "From a published framework version. Without lines: one TRAIN line per row of the state's form."
                            + " 422 names the member that is not known; 503 when the catalog must be asked and is away.")
    public RestResponse<TrainingPlanView> create(@NotNull @Valid TrainingPlanInput input) {
        TrainingPlan plan = create.handle(input);
        return Versioned.created(
                "/api/v1/training-plans/" + plan.id(),
                TrainingPlanView.of(plan),
                Versioned.tag(plan.epoch(), plan.version()));
    }

    @GET
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
    @Operation(summary = "List training plans", description = "An employer sees its own, an apprentice their own.")
    public Page<TrainingPlanView> list(
            @QueryParam("employer") @Nullable UUID employer,
            @QueryParam("apprentice") @Nullable UUID apprentice,
            @QueryParam("status") @Nullable PlanStatus status,
            @BeanParam PageRequest page) {
        PlanFilter filter = PlanFilter.of(employer, apprentice, status, caller);
        return Page.of(plans.page(filter, page), page, (TrainingPlan plan) -> plan.id()
                        .toString())
                .map(TrainingPlanView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
    @Operation(summary = "Read a training plan")
    public RestResponse<TrainingPlanView> get(@PathParam("id") UUID id, @Context Request request) {
        TrainingPlan plan = visible.get(id);
        return Versioned.ok(request, TrainingPlanView.of(plan), Versioned.tag(plan.epoch(), plan.version()));
    }

    @PATCH
    @Path("/{id}/lines/{lineId}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(
            summary = "Change a line",
            description =
                    "Absent members stay, null clears. Needs If-Match with the plan's ETag: 428 without, 412 when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = LineTerms.class)))
    public RestResponse<TrainingPlanView> changeLine(
            @PathParam("id") UUID id,
            @PathParam("lineId") UUID lineId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull ObjectNode patch) {
        return answer(changeLine.handle(id, lineId, ifMatch, patch));
    }

    @POST
    @Path("/{id}/activation")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(summary = "Activate a plan", description = "An employer proposes, an agency approves. " + STATUS)
    public RestResponse<TrainingPlanView> activate(@PathParam("id") UUID id) {
        return answer(changeStatus.activate(id));
    }

    @POST
    @Path("/{id}/suspension")
    @RolesAllowed(Role.AGENCY)
    @Operation(summary = "Suspend an active plan", description = STATUS)
    public RestResponse<TrainingPlanView> suspend(@PathParam("id") UUID id) {
        return answer(changeStatus.handle(id, PlanStatus.SUSPENDED));
    }

    @POST
    @Path("/{id}/completion")
    @RolesAllowed(Role.AGENCY)
    @Operation(summary = "Complete a plan", description = STATUS)
    public RestResponse<TrainingPlanView> complete(@PathParam("id") UUID id) {
        return answer(changeStatus.handle(id, PlanStatus.COMPLETED));
    }

    @POST
    @Path("/{id}/cancellation")
    @RolesAllowed(Role.AGENCY)
    @Operation(summary = "Cancel a plan", description = STATUS)
    public RestResponse<TrainingPlanView> cancel(@PathParam("id") UUID id) {
        return answer(changeStatus.handle(id, PlanStatus.CANCELLED));
    }

    private static RestResponse<TrainingPlanView> answer(TrainingPlan plan) {
        return Versioned.changed(TrainingPlanView.of(plan), Versioned.tag(plan.epoch(), plan.version()));
    }
}
