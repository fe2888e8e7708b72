package org.dualtraining.plan.signoff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Role;
import org.dualtraining.plan.disclosure.Disclosed;
import org.dualtraining.plan.disclosure.Disclosures;
import org.dualtraining.plan.trainingplan.TrainingPlan;
import org.dualtraining.plan.trainingplan.VisiblePlans;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/training-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "training plans")
class SignOffResource {

    private final RecordSignOff record;
    private final SignOffs signOffs;
    private final VisiblePlans plans;
    private final Disclosures disclosures;

    @Inject
    SignOffResource(RecordSignOff record, SignOffs signOffs, VisiblePlans plans, Disclosures disclosures) {
        this.record = record;
        this.signOffs = signOffs;
        this.plans = plans;
        this.disclosures = disclosures;
    }

    @POST
    @Path("/{id}/lines/{lineId}/sign-offs")
    @RolesAllowed({Role.EMPLOYER, Role.AGENCY})
    @ResponseStatus(201)
    @Operation(
            summary = "Sign off an on-the-job competency",
            description =
                    "It is credited when the rating reaches the line's minimum; a later sign-off may raise the rating,"
                            + " one that names what it `corrects` may lower it, even of a completed plan. 422 when the"
                            + " line is not trained on the job, 409 when the plan is closed or the sign-off was"
                            + " corrected before. An Idempotency-Key may be sent: the same request under it again"
                            + " records nothing and answers what was recorded; another body 422.")
    public SignOff signOff(
            @PathParam("id") UUID planId,
            @PathParam("lineId") UUID lineId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid SignOffInput input) {
        return record.handle(planId, lineId, key, input);
    }

    @GET
    @Path("/{id}/lines/{lineId}/sign-offs")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
    @Operation(summary = "List the sign-offs of a line", description = "In the order of recording, corrected ones too.")
    public Page<SignOff> signOffs(
            @PathParam("id") UUID planId, @PathParam("lineId") UUID lineId, @BeanParam PageRequest page) {
        TrainingPlan plan = plans.get(planId);
        UUID line = plan.line(lineId).id();
        Page<SignOff> found =
                Page.of(signOffs.page(line, page), page, one -> one.id().toString());
        disclosures.record(plan.apprenticeId(), Disclosed.SIGN_OFF);
        return found;
    }
}
