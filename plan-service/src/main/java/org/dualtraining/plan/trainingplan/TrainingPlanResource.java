package org.dualtraining.plan.trainingplan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.dualtraining.plan.disclosure.Disclosed;
import org.dualtraining.plan.disclosure.Disclosures;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/training-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "training plans")
class TrainingPlanResource {

    private final TrainingPlans plans;
    private final PlanPages pages;
    private final VisiblePlans visible;
    private final CreateTrainingPlan create;
    private final PlanWarnings warnings;
    private final Disclosures disclosures;
    private final Caller caller;

    @Inject
    TrainingPlanResource(
            TrainingPlans plans,
            PlanPages pages,
            VisiblePlans visible,
            CreateTrainingPlan create,
            PlanWarnings warnings,
            Disclosures disclosures,
            Caller caller) {
        this.plans = plans;
        this.pages = pages;
        this.visible = visible;
        this.create = create;
        this.warnings = warnings;
        this.disclosures = disclosures;
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
                warnings.view(plan),
                Versioned.tag(plan.epoch(), plan.version()));
    }

    @GET
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
    @Operation(
            summary = "List training plans",
            description =
                    "An employer sees its own, an apprentice their own. A page ends before `limit` when its plans have"
                            + " more than 5000 lines together; `next` goes on.")
    public Page<TrainingPlanView> list(
            @QueryParam("employer") @Nullable UUID employer,
            @QueryParam("apprentice") @Nullable UUID apprentice,
            @QueryParam("status") @Nullable PlanStatus status,
            @BeanParam PageRequest page) {
        PlanFilter filter = PlanFilter.of(employer, apprentice, status, caller);
        Page<UUID> found = pages.page(filter, page);
        Page<TrainingPlanView> views = new Page<>(warnings.views(plans.all(found.items())), found.next());
        disclosures.record(
                views.items().stream().map(TrainingPlanView::apprenticeId).toList(), Disclosed.TRAINING_PLAN);
        return views;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
    @Operation(summary = "Read a training plan")
    public RestResponse<TrainingPlanView> get(@PathParam("id") UUID id, @Context Request request) {
        TrainingPlan plan = visible.get(id);
        disclosures.record(plan.apprenticeId(), Disclosed.TRAINING_PLAN);
        return Versioned.ok(request, warnings.view(plan), Versioned.tag(plan.epoch(), plan.version()));
    }
}
