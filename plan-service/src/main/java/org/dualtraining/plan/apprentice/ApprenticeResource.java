package org.dualtraining.plan.apprentice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.catalog.Occupations;
import org.dualtraining.plan.disclosure.Disclosed;
import org.dualtraining.plan.disclosure.Disclosures;
import org.dualtraining.plan.parked.WaitingCompletions;
import org.dualtraining.plan.party.Employers;
import org.dualtraining.plan.party.Providers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/apprentices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "apprentices")
class ApprenticeResource {

    private final Apprentices apprentices;
    private final Employers employers;
    private final Providers providers;
    private final Occupations occupations;
    private final WaitingCompletions waiting;
    private final Disclosures disclosures;
    private final Caller caller;

    @Inject
    ApprenticeResource(
            Apprentices apprentices,
            Employers employers,
            Providers providers,
            Occupations occupations,
            WaitingCompletions waiting,
            Disclosures disclosures,
            Caller caller) {
        this.apprentices = apprentices;
        this.employers = employers;
        this.providers = providers;
        this.occupations = occupations;
        this.waiting = waiting;
        this.disclosures = disclosures;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Transactional
    @Operation(
            summary = "Enter an apprentice",
            description =
                    "422 when an employer or provider is not known; 409 when a learner id belongs to another apprentice.")
    public RestResponse<Apprentice> create(@NotNull @Valid ApprenticeInput input) {
        requireKnownOccupation(input.occupationId());
        requireKnownParties(input);
        UUID id = Ids.next();
        apprentices.insert(id, input);
        return Versioned.created("/api/v1/apprentices/" + id, visible(id), Versioned.tag(1));
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
    @Transactional
    @Operation(
            summary = "Change an apprentice",
            description =
                    "Needs If-Match: 428 without, 412 when it is stale. Learner ids are added, none is taken away.")
    public RestResponse<Apprentice> change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ApprenticeInput input) {
        Apprentice now = visible(id);
        Versioned.requireMatch(ifMatch, Versioned.tag(now.version()));
        if (!Objects.equals(input.occupationId(), now.occupationId())) {
            requireKnownOccupation(input.occupationId());
        }
        requireKnownParties(input);
        Versioned.requireStored(apprentices.update(id, now.version(), input));
        Apprentice changed = visible(id);
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
    @Transactional
    @Operation(
            summary = "Add an id by which a provider knows an apprentice",
            description =
                    "The same again changes nothing. 409 when it belongs to another apprentice. Completions that are"
                            + " parked for it wait for POST /parked-completions/replay: `parkedCompletions` says how many that would"
                            + " take in.")
    public RestResponse<EnteredLearnerId> addLearnerId(@PathParam("id") UUID id, @NotNull @Valid LearnerId learnerId) {
        visible(id);
        if (providers.find(learnerId.providerId()).isEmpty()) {
            throw new Unprocessable("/providerId", "must be the id of a provider");
        }
        apprentices.addLearnerId(id, learnerId);
        EnteredLearnerId entered = new EnteredLearnerId(
                learnerId.providerId(),
                learnerId.learnerId(),
                waiting.ofLearner(learnerId.providerId(), learnerId.learnerId()));
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

    private void requireKnownOccupation(@Nullable UUID id) {
        if (id != null && !occupations.isKnown(id)) {
            throw new Unprocessable("/occupationId", "must be the id of an occupation in the catalog");
        }
    }

    private void requireKnownParties(ApprenticeInput input) {
        boolean isOwn = caller.onlyEmployer().map(input.employerId()::equals).orElse(true);
        if (!isOwn || employers.find(input.employerId()).isEmpty()) {
            throw new Unprocessable("/employerId", "must be the id of an employer that you may act for");
        }
        List<LearnerId> learnerIds = input.learnerIdsOrNone();
        Set<UUID> unknown = new HashSet<>();
        learnerIds.forEach(learnerId -> unknown.add(learnerId.providerId()));
        unknown.removeAll(providers.findAll(unknown).keySet());
        if (!unknown.isEmpty()) {
            List<Problem.Violation> violations = IntStream.range(0, learnerIds.size())
                    .filter(i -> unknown.contains(learnerIds.get(i).providerId()))
                    .mapToObj(i ->
                            new Problem.Violation("/learnerIds/" + i + "/providerId", "must be the id of a provider"))
                    .toList();
            throw new Unprocessable("A learner id names a provider that does not exist.", violations);
        }
    }
}
