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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.plan.disclosure.Disclosed;
import org.dualtraining.plan.disclosure.Disclosures;
import org.dualtraining.plan.planhistory.PlanHistory;
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
class PlanAmendmentResource {

    private static final String IF_MATCH = " Needs If-Match with the plan's ETag: 428 without, 412 when stale.";

    private final VisiblePlans visible;
    private final ChangePlanLine changeLine;
    private final AddPlanLine addLine;
    private final PlanHistory history;
    private final PlanWarnings warnings;
    private final Disclosures disclosures;

    @Inject
    PlanAmendmentResource(
            VisiblePlans visible,
            ChangePlanLine changeLine,
            AddPlanLine addLine,
            PlanHistory history,
            PlanWarnings warnings,
            Disclosures disclosures) {
        this.visible = visible;
        this.changeLine = changeLine;
        this.addLine = addLine;
        this.history = history;
        this.warnings = warnings;
        this.disclosures = disclosures;
    }

    @PATCH
    @Path("/{id}/lines/{lineId}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(
            summary = "Change a line",
            description = "Absent members stay, null clears; a line that says the same already stays as it is."
                    + " 409 when the plan is closed." + IF_MATCH)
    @RequestBody(content = @Content(schema = @Schema(implementation = PlanLinePatch.class)))
    public RestResponse<TrainingPlanView> changeLine(
            @PathParam("id") UUID id,
            @PathParam("lineId") UUID lineId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull ObjectNode patch) {
        return answer(changeLine.handle(id, lineId, ifMatch, patch));
    }

    @POST
    @Path("/{id}/lines")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(
            summary = "Add a line",
            description = "For a competency of the plan's framework version that the plan lacks, at its place in the"
                    + " form. Answers the plan. 409 when the plan is closed." + IF_MATCH)
    public RestResponse<TrainingPlanView> addLine(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid PlanLineAddition input) {
        return answer(addLine.handle(id, ifMatch, input));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
    @Operation(
            summary = "Read who decided what about a plan, when and why",
            description = "Oldest first. Decisions of people; credits are derived and have their own events.")
    public Page<PlanHistory.Entry> history(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        TrainingPlan plan = visible.get(id);
        Page<PlanHistory.Entry> entries =
                Page.of(history.page(plan.id(), page), page, entry -> Long.toString(entry.id()));
        disclosures.record(plan.apprenticeId(), Disclosed.PLAN_HISTORY);
        return entries;
    }

    private RestResponse<TrainingPlanView> answer(TrainingPlan plan) {
        // what changes nothing still shows the plan
        disclosures.record(plan.apprenticeId(), Disclosed.TRAINING_PLAN);
        return Versioned.changed(warnings.view(plan), Versioned.tag(plan.epoch(), plan.version()));
    }
}
