package org.dualtraining.progress.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.Clock;
import java.util.UUID;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.progress.eligibility.PlanScope;
import org.dualtraining.progress.history.MomentQuestion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
@Tag(name = "Progress")
class ProgressResource {

    private final ProgressReader reader;
    private final Caller caller;
    private final Clock clock;

    @Inject
    ProgressResource(ProgressReader reader, Caller caller, Clock clock) {
        this.reader = reader;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/training-plans/{id}/progress")
    @Operation(
            summary = "How far a training plan has come",
            description =
                    "Counts and percent by delivery, the state of every line, what is due next and what is overdue."
                            + " The ETag changes with the counts and with the day; `asOf` alone does not change it."
                            + " With `asOf` or `knownAt` as it was, or will be if nothing happens; 404 of a plan that was"
                            + " not known then.")
    @APIResponse(
            responseCode = "200",
            description = "the progress",
            content = @Content(schema = @Schema(implementation = ProgressView.class)))
    @APIResponse(responseCode = "304", description = "unchanged since If-None-Match")
    @APIResponse(responseCode = "404", description = "no such plan, or another party's")
    public RestResponse<ProgressView> planProgress(
            @PathParam("id") UUID id, @BeanParam MomentQuestion question, @Context Request request) {
        ProgressReader.Reading reading = reader.ofPlan(id, PlanScope.of(caller), question.read(clock));
        if (reading.plans().isEmpty()) {
            throw new NotFound("training plan");
        }
        return Versioned.ok(request, reading.plans().get(0), new EntityTag(reading.tag()));
    }

    @GET
    @Path("/apprentices/{id}/progress")
    @Operation(
            summary = "How far all plans of an apprentice have come",
            description =
                    "The plans that the caller may see. With `asOf` or `knownAt` those that were known then, as they"
                            + " were, or will be if nothing happens.")
    @APIResponse(
            responseCode = "200",
            description = "the plans",
            content = @Content(schema = @Schema(implementation = ApprenticeProgressView.class)))
    @APIResponse(responseCode = "304", description = "unchanged since If-None-Match")
    @APIResponse(responseCode = "404", description = "no such apprentice, none with a plan, or another party's")
    public RestResponse<ApprenticeProgressView> apprenticeProgress(
            @PathParam("id") UUID id, @BeanParam MomentQuestion question, @Context Request request) {
        ProgressReader.Reading reading = reader.ofApprentice(id, PlanScope.of(caller), question.read(clock));
        if (reading.plans().isEmpty()) {
            throw new NotFound("apprentice");
        }
        return Versioned.ok(request, new ApprenticeProgressView(id, reading.plans()), new EntityTag(reading.tag()));
    }
}
