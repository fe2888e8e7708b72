package org.dualtraining.plan.planupgrade;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.plan.disclosure.Disclosed;
import org.dualtraining.plan.disclosure.Disclosures;
import org.dualtraining.plan.trainingplan.PlanWarnings;
import org.dualtraining.plan.trainingplan.TrainingPlan;
import org.dualtraining.plan.trainingplan.TrainingPlanView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/training-plans")
@RolesAllowed({Role.AGENCY, Role.EMPLOYER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "training plans")
class PlanUpgradeResource {

    private final UpgradeTrainingPlan upgrade;
    private final PlanWarnings warnings;
    private final Disclosures disclosures;

    @Inject
    PlanUpgradeResource(UpgradeTrainingPlan upgrade, PlanWarnings warnings, Disclosures disclosures) {
        this.upgrade = upgrade;
        this.warnings = warnings;
        this.disclosures = disclosures;
    }

    @GET
    @Path("/{id}/upgrade-preview")
    @Operation(
            summary = "Preview an upgrade to a newer framework version",
            description = "What becomes of each line, what is added, and what stays credited; nothing changes."
                    + " 409 when the plan is closed, 422 when there is no such newer version.")
    public UpgradePreview preview(
            @PathParam("id") UUID id,
            @Parameter(description = "number of the newer version; default: the latest that is published")
                    @QueryParam("to")
                    @Nullable
                    Integer to) {
        return upgrade.preview(id, to);
    }

    @POST
    @Path("/{id}/upgrade")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Upgrade a plan to a newer framework version",
            description =
                    "As the preview says. Lines keep ids, terms and credit and take the newer names; an unfinished"
                            + " line whose competency is retired or replaced becomes EXCLUDED; what is new or takes the place of"
                            + " another gets a TRAIN line. Needs If-Match with the plan's ETag: 428 without, 412 when stale. A"
                            + " plan that has the version already answers 200 and stays as it is. 422 when the target"
                            + " certification must be chosen anew. The body may be left out.")
    public RestResponse<TrainingPlanView> upgrade(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = false, content = @Content(mediaType = MediaType.APPLICATION_JSON)) @Valid @Nullable
                    UpgradeInput input) {
        TrainingPlan plan = upgrade.handle(id, ifMatch, input == null ? UpgradeInput.LATEST : input);
        // what changes nothing still shows the plan
        disclosures.record(plan.apprenticeId(), Disclosed.TRAINING_PLAN);
        return Versioned.changed(warnings.view(plan), Versioned.tag(plan.epoch(), plan.version()));
    }
}
