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
class PriorLearningResource {

    private final RecordPriorLearning record;
    private final PriorLearnings evidence;
    private final VisiblePlans plans;
    private final Disclosures disclosures;

    @Inject
    PriorLearningResource(
            RecordPriorLearning record, PriorLearnings evidence, VisiblePlans plans, Disclosures disclosures) {
        this.record = record;
        this.evidence = evidence;
        this.plans = plans;
        this.disclosures = disclosures;
    }

    @POST
    @Path("/{id}/lines/{lineId}/prior-learning")
    @RolesAllowed({Role.EMPLOYER, Role.AGENCY})
    @ResponseStatus(201)
    @Operation(
            summary = "Give evidence of prior learning",
            description = "For a line with disposition PRIOR, which does not count without. 422 for other lines. One"
                    + " that names what it `corrects` takes its place, even in a completed plan; 409 when that one was"
                    + " corrected or withdrawn before. An Idempotency-Key may be sent: the same request under it again"
                    + " records nothing and answers what was recorded; another body 422.")
    public PriorLearning priorLearning(
            @PathParam("id") UUID planId,
            @PathParam("lineId") UUID lineId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid PriorLearningInput input) {
        return record.handle(planId, lineId, key, input);
    }

    @GET
    @Path("/{id}/lines/{lineId}/prior-learning")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
    @Operation(
            summary = "List the evidence of prior learning of a line",
            description = "In the order of recording, corrected and withdrawn ones too.")
    public Page<PriorLearning> priorLearnings(
            @PathParam("id") UUID planId, @PathParam("lineId") UUID lineId, @BeanParam PageRequest page) {
        TrainingPlan plan = plans.get(planId);
        UUID line = plan.line(lineId).id();
        Page<PriorLearning> found =
                Page.of(evidence.page(line, page), page, one -> one.id().toString());
        disclosures.record(plan.apprenticeId(), Disclosed.PRIOR_LEARNING);
        return found;
    }

    @POST
    @Path("/{id}/lines/{lineId}/prior-learning/{evidenceId}/withdrawal")
    @RolesAllowed({Role.EMPLOYER, Role.AGENCY})
    @Operation(
            summary = "Withdraw evidence of prior learning",
            description = "It counts no more, even in a completed plan. 409 when it was corrected or withdrawn before.")
    public PriorLearning withdraw(
            @PathParam("id") UUID planId,
            @PathParam("lineId") UUID lineId,
            @PathParam("evidenceId") UUID evidenceId,
            @NotNull @Valid WithdrawalInput input) {
        return record.withdraw(planId, lineId, evidenceId, input);
    }
}
