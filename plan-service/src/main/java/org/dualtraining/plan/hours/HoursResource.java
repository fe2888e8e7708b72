package org.dualtraining.plan.hours;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.plan.catalog.Delivery;
import org.dualtraining.plan.disclosure.Disclosed;
import org.dualtraining.plan.disclosure.Disclosures;
import org.dualtraining.plan.trainingplan.TrainingPlan;
import org.dualtraining.plan.trainingplan.VisiblePlans;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/training-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "training plans")
class HoursResource {

    private static final String IF_MATCH = " Needs If-Match with the plan's ETag: 428 without, 412 when stale.";

    private final StateHours stateHours;
    private final HoursOfPlans hours;
    private final VisiblePlans plans;
    private final Disclosures disclosures;
    private final Clock clock;

    @Inject
    HoursResource(StateHours stateHours, HoursOfPlans hours, VisiblePlans plans, Disclosures disclosures, Clock clock) {
        this.stateHours = stateHours;
        this.hours = hours;
        this.plans = plans;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    @GET
    @Path("/{id}/hours")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
    @Operation(
            summary = "List the hours that were stated for a plan",
            description = "By month and delivery. A month without a statement has none.")
    public Page<StatedHours> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        TrainingPlan plan = plans.get(id);
        Page<StatedHours> found = Page.of(hours.page(id, page), page, HoursOfPlans::key);
        disclosures.record(plan.apprenticeId(), Disclosed.HOURS);
        return found;
    }

    @GET
    @Path("/{id}/hours/{delivery}/{month}")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
    @Operation(
            summary = "Read the hours that were stated for a month",
            description = "The month is written as 2026-05. The ETag is the plan's.")
    public RestResponse<StatedHours> get(
            @PathParam("id") UUID id,
            @PathParam("delivery") Delivery delivery,
            @PathParam("month") String month,
            @Context Request request) {
        TrainingPlan plan = plans.get(id);
        StatedHours stated = hours.find(id, delivery, Months.read(month, LocalDate.now(clock)))
                .orElseThrow(() -> new NotFound("statement of hours"));
        disclosures.record(plan.apprenticeId(), Disclosed.HOURS);
        return Versioned.ok(request, stated, tag(plan));
    }

    @PUT
    @Path("/{id}/hours/{delivery}/{month}")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(
            summary = "State the hours of a month",
            description = "Whole hours, of a month up to the current one, as 2026-05. It takes the place of what was"
                    + " stated before; the same again changes nothing. Hours count from the last day of their month on."
                    + " 409 when the plan is closed; a completed one still takes the correction of a statement."
                    + IF_MATCH)
    @APIResponse(responseCode = "200", description = "stated anew")
    @APIResponse(responseCode = "201", description = "stated for the first time")
    public RestResponse<StatedHours> put(
            @PathParam("id") UUID id,
            @PathParam("delivery") Delivery delivery,
            @PathParam("month") String month,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid HoursInput input) {
        StateHours.Stated stated = stateHours.handle(id, delivery, month, ifMatch, input.hours());
        TrainingPlan plan = stated.plan();
        disclosures.record(plan.apprenticeId(), Disclosed.HOURS);
        String path = "/api/v1/training-plans/" + id + "/hours/" + delivery + "/"
                + stated.hours().month();
        return stated.isNew()
                ? Versioned.created(path, stated.hours(), tag(plan))
                : Versioned.changed(stated.hours(), tag(plan));
    }

    @DELETE
    @Path("/{id}/hours/{delivery}/{month}")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(
            summary = "Take back the hours of a month",
            description = "They count no more; the plan's history tells what they were." + IF_MATCH)
    public void delete(
            @PathParam("id") UUID id,
            @PathParam("delivery") Delivery delivery,
            @PathParam("month") String month,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        stateHours.remove(id, delivery, month, ifMatch);
    }

    private static EntityTag tag(TrainingPlan plan) {
        return Versioned.tag(plan.epoch(), plan.version());
    }
}
