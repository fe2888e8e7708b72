package org.dualtraining.plan.coursemapping;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.LocalDate;
import java.util.List;
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
import org.dualtraining.kit.text.CalendarDate;
import org.dualtraining.kit.text.PlainText;
import org.dualtraining.plan.catalog.KnownCompetencies;
import org.dualtraining.plan.parked.WaitingCompletions;
import org.dualtraining.plan.party.Providers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/course-mappings")
@RolesAllowed({Role.AGENCY, Role.COLLEGE})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "course mappings")
class CourseMappingResource {

    private final CourseMappings mappings;
    private final Providers providers;
    private final KnownCompetencies competencies;
    private final WaitingCompletions waiting;
    private final Caller caller;

    @Inject
    CourseMappingResource(
            CourseMappings mappings,
            Providers providers,
            KnownCompetencies competencies,
            WaitingCompletions waiting,
            Caller caller) {
        this.mappings = mappings;
        this.providers = providers;
        this.competencies = competencies;
        this.waiting = waiting;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Map a course to the competencies that it evidences",
            description =
                    "Counts for completions of the days from `validFrom` to `validTo` (both included; absent: open) that are"
                            + " received from now on. Several courses of a provider that name one competency on a day are all"
                            + " needed for it; several mappings of one course add up. What is parked stays parked until POST"
                            + " /parked-completions/replay: `parkedCompletions` says how many that would take in. 409 when the"
                            + " provider has the same mapping already; 422 names what is not known.")
    public RestResponse<EnteredMapping> create(@NotNull @Valid CourseMappingInput input) {
        CourseMapping mapping = checked(Ids.next(), input, 1);
        mappings.insert(mapping);
        return Versioned.created("/api/v1/course-mappings/" + mapping.id(), entered(mapping), Versioned.tag(1));
    }

    @GET
    @Operation(
            summary = "List course mappings",
            description = "A college sees its own. All filters that are given hold together.")
    public Page<CourseMapping> list(
            @QueryParam("provider") @Nullable UUID provider,
            @QueryParam("courseCode") @PlainText(max = 50) @Nullable String courseCode,
            @Parameter(description = "those that evidence this competency") @QueryParam("competency") @Nullable
                    UUID competency,
            @Parameter(description = "those that hold on this day") @QueryParam("on") @CalendarDate @Nullable
                    LocalDate on,
            @BeanParam PageRequest page) {
        MappingFilter filter =
                new MappingFilter(caller.onlyProvider().orElse(null), provider, courseCode, competency, on);
        return Page.of(mappings.page(filter, page), page, m -> m.id().toString());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a course mapping")
    public RestResponse<CourseMapping> get(@PathParam("id") UUID id, @Context Request request) {
        CourseMapping mapping = visible(id);
        return Versioned.ok(request, mapping, Versioned.tag(mapping.version()));
    }

    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Change a course mapping",
            description =
                    "Needs If-Match: 428 without, 412 when it is stale. What was credited before stays as it is, and so does"
                            + " what a correction of an earlier completion evidences. `parkedCompletions` says how many a"
                            + " replay would now take in. 409 when it becomes equal to another mapping.")
    public RestResponse<EnteredMapping> change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CourseMappingInput input) {
        CourseMapping now = visible(id);
        Versioned.requireMatch(ifMatch, Versioned.tag(now.version()));
        CourseMapping next = checked(id, input, now.version() + 1);
        if (!next.providerId().equals(now.providerId())) {
            throw new Unprocessable("/providerId", "must stay the provider of the mapping");
        }
        Versioned.requireStored(mappings.update(next));
        return Versioned.changed(entered(next), Versioned.tag(next.version()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a course mapping", description = "What was credited by it stays as it is.")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        CourseMapping now = visible(id);
        Versioned.requireMatch(ifMatch, Versioned.tag(now.version()));
        Versioned.requireStored(mappings.delete(now));
    }

    private EnteredMapping entered(CourseMapping mapping) {
        return EnteredMapping.of(
                mapping,
                waiting.ofCourse(mapping.providerId(), mapping.courseCode(), mapping.validFrom(), mapping.validTo()));
    }

    private CourseMapping visible(UUID id) {
        return mappings.find(id, caller.onlyProvider()).orElseThrow(() -> new NotFound("course mapping"));
    }

    private CourseMapping checked(UUID id, CourseMappingInput input, long version) {
        UUID providerId = providers.actingFor(caller, input.providerId());
        if (input.validTo() != null && input.validTo().isBefore(input.validFrom())) {
            throw new Unprocessable("/validTo", "must not be before validFrom");
        }
        List<UUID> competencyIds = input.competencyIds();
        Set<UUID> unknown = competencies.unknownOf(competencyIds);
        if (!unknown.isEmpty()) {
            throw new Unprocessable(
                    "A competency is not known to the catalog.",
                    IntStream.range(0, competencyIds.size())
                            .filter(i -> unknown.contains(competencyIds.get(i)))
                            .mapToObj(i -> new Problem.Violation(
                                    "/competencyIds/" + i, "must be the id of a competency in the catalog"))
                            .toList());
        }
        return new CourseMapping(
                id,
                providerId,
                input.courseCode(),
                competencyIds.stream().distinct().toList(),
                input.validFrom(),
                input.validTo(),
                version);
    }
}
