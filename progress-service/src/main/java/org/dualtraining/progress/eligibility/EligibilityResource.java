package org.dualtraining.progress.eligibility;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.Malformed;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.progress.history.MomentQuestion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Eligibility")
class EligibilityResource {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final EligibilityReader reader;
    private final Certifications certifications;
    private final Decisions decisions;
    private final EligibleApprentices eligibleApprentices;
    private final Caller caller;
    private final Clock clock;

    @Inject
    EligibilityResource(
            EligibilityReader reader,
            Certifications certifications,
            Decisions decisions,
            EligibleApprentices eligibleApprentices,
            Caller caller,
            Clock clock) {
        this.reader = reader;
        this.certifications = certifications;
        this.decisions = decisions;
        this.eligibleApprentices = eligibleApprentices;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/training-plans/{id}/eligibility")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
    @Operation(
            summary = "What a training plan makes eligible for, and why",
            description =
                    "Per certification the requirement rule as a tree, each leaf satisfied, missing or expired, with"
                            + " the ids of the events that satisfied it, and in words; for the target also when it is to"
                            + " be expected. The ETag changes with credits, rules and the day. With `asOf` or `knownAt`"
                            + " as it was, or will be if nothing happens; 404 of a plan that was not known then.")
    @APIResponse(
            responseCode = "200",
            description = "the eligibility",
            content = @Content(schema = @Schema(implementation = EligibilityView.class)))
    @APIResponse(responseCode = "304", description = "unchanged since If-None-Match")
    @APIResponse(responseCode = "404", description = "no such plan, or another party's")
    public RestResponse<EligibilityView> eligibility(
            @PathParam("id") UUID id, @BeanParam MomentQuestion question, @Context Request request) {
        PlanScope scope = PlanScope.of(caller);
        EligibilityReader.Reading reading = question.read(clock)
                .map(moment -> reader.at(id, scope, moment))
                .orElseGet(() -> reader.of(id, scope))
                .orElseThrow(() -> new NotFound("training plan"));
        return Versioned.ok(request, reading.view(), new EntityTag(reading.tag()));
    }

    @GET
    @Path("/certifications/{id}/eligible-apprentices")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(
            summary = "Who is eligible for a certification today",
            description = "All employers' apprentices for an agency, its own for an employer, in the order of plan ids;"
                    + " not by plans that were cancelled. With `asOf` or `knownAt` as it was, or will be if nothing"
                    + " happens: a page then looks at `limit` plans and holds those that are eligible, maybe none;"
                    + " `next` goes on.")
    @APIResponse(responseCode = "200", description = "one page")
    @APIResponse(responseCode = "400", description = "a query parameter cannot be read")
    @APIResponse(responseCode = "404", description = "no rule and no plan names this certification")
    public Page<EligibleApprentice> eligibleApprentices(
            @PathParam("id") UUID id,
            @Parameter(description = "only those eligible since this day or later, as an ISO date")
                    @QueryParam("since")
                    @Nullable
                    String since,
            @BeanParam MomentQuestion question,
            @BeanParam PageRequest page) {
        LocalDate from = since == null ? EARLIEST : day(since);
        if (!certifications.isKnown(id)) {
            throw new NotFound("certification");
        }
        return question.read(clock)
                .map(moment -> eligibleApprentices.at(id, caller.onlyEmployer(), from, moment, page))
                .orElseGet(() -> today(id, from, page));
    }

    private Page<EligibleApprentice> today(UUID id, LocalDate from, PageRequest page) {
        List<EligibleApprentice> rows = decisions.eligibleFor(
                id, caller.onlyEmployer(), from, LocalDate.now(clock), page.afterId(), page.rows());
        return Page.of(rows, page, row -> row.planId().toString());
    }

    private static LocalDate day(String since) {
        try {
            LocalDate day = LocalDate.parse(since);
            if (!day.isBefore(EARLIEST) && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // refused below, without the value
        }
        throw new Malformed("since", "must be an ISO date of the years 1900 to 2199, such as 2026-05-15");
    }
}
