package org.dualtraining.plan.apprentice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.plan.disclosure.Disclosed;
import org.dualtraining.plan.disclosure.Disclosures;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/apprentices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "apprentices")
class ApprenticeResource {

    private final Apprentices apprentices;
    private final EnterApprentice enter;
    private final CorrectApprentice correct;
    private final AddLearnerId addLearnerId;
    private final Disclosures disclosures;
    private final Caller caller;

    @Inject
    ApprenticeResource(
            Apprentices apprentices,
            EnterApprentice enter,
            CorrectApprentice correct,
            AddLearnerId addLearnerId,
            Disclosures disclosures,
            Caller caller) {
        this.apprentices = apprentices;
        this.enter = enter;
        this.correct = correct;
        this.addLearnerId = addLearnerId;
        this.disclosures = disclosures;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(
            summary = "Enter an apprentice",
            description =
                    "422 when an employer or provider is not known; 409 when a learner id belongs to another apprentice.")
    public RestResponse<Apprentice> create(@NotNull @Valid ApprenticeInput input) {
        Apprentice entered = enter.handle(input);
        return Versioned.created("/api/v1/apprentices/" + entered.id(), entered, Versioned.tag(entered.version()));
    }

    @GET
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(summary = "List apprentices", description = "An employer sees its own.")
    public Page<Apprentice> list(@BeanParam PageRequest page) {
        Page<Apprentice> found = Page.of(apprentices.page(page, caller.onlyEmployer()), page, a -> a.id().toString());
        disclosures.record(found.items().stream().map(Apprentice::id).toList(), Disclosed.APPRENTICE);
        return found;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
    @Operation(summary = "Read an apprentice", description = "An employer reads its own, an apprentice itself.")
    public RestResponse<Apprentice> get(@PathParam("id") UUID id, @Context Request request) {
        Apprentice apprentice = visible(id);
        disclosures.record(id, Disclosed.APPRENTICE);
        return Versioned.ok(request, apprentice, Versioned.tag(apprentice.version()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(
            summary = "Change an apprentice",
            description =
                    "Needs If-Match: 428 without, 412 when it is stale. Learner ids are added, none is taken away. Who changed"
                            + " what, and what it was before, stays in the person's record.")
    public RestResponse<Apprentice> change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ApprenticeInput input) {
        Apprentice changed = correct.handle(visible(id), ifMatch, input);
        disclosures.record(id, Disclosed.APPRENTICE);
        return Versioned.changed(changed, Versioned.tag(changed.version()));
    }

    @GET
    @Path("/{id}/learner-ids")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
    @Operation(summary = "List the ids by which providers know an apprentice")
    public Page<LearnerId> learnerIds(@PathParam("id") UUID id) {
        Page<LearnerId> learnerIds = new Page<>(visible(id).learnerIds(), null);
        disclosures.record(id, Disclosed.LEARNER_IDS);
        return learnerIds;
    }

    @POST
    @Path("/{id}/learner-ids")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(
            summary = "Add an id by which a provider knows an apprentice",
            description =
                    "The same again changes nothing. 409 when it belongs to another apprentice. Completions that are"
                            + " parked for it wait for POST /parked-completions/replay: `parkedCompletions` tells an agency how"
                            + " many that would take in.")
    public RestResponse<EnteredLearnerId> addLearnerId(@PathParam("id") UUID id, @NotNull @Valid LearnerId learnerId) {
        visible(id);
        EnteredLearnerId entered = addLearnerId.handle(id, learnerId);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, entered)
                .location(URI.create("/api/v1/apprentices/" + id + "/learner-ids"))
                .build();
    }

    private Apprentice visible(UUID id) {
        if (caller.isAgency() || caller.is(Role.EMPLOYER)) {
            return apprentices.find(id, caller.onlyEmployer()).orElseThrow(() -> new NotFound("apprentice"));
        }
        if (!caller.apprenticeId().equals(id)) {
            throw new NotFound("apprentice");
        }
        return apprentices.find(id, Optional.empty()).orElseThrow(() -> new NotFound("apprentice"));
    }
}
