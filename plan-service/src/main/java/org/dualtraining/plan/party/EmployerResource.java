package org.dualtraining.plan.party;

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
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/employers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "employers")
class EmployerResource {

    private final Employers employers;
    private final Caller caller;

    @Inject
    EmployerResource(Employers employers, Caller caller) {
        this.employers = employers;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Role.AGENCY)
    @Operation(summary = "Enter an employer", description = "409 when another employer has the EIN.")
    public RestResponse<Employer> create(@NotNull @Valid EmployerInput input) {
        Employer employer = new Employer(Ids.next(), input.name(), input.ein(), 1);
        employers.insert(employer);
        return Versioned.created("/api/v1/employers/" + employer.id(), employer, Versioned.tag(1));
    }

    @GET
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(summary = "List employers", description = "An employer sees itself.")
    public Page<Employer> list(@BeanParam PageRequest page) {
        return caller.onlyEmployer()
                .map(own -> new Page<>(employers.find(own).map(List::of).orElse(List.of()), null))
                .orElseGet(() -> Page.of(
                        employers.page(page), page, employer -> employer.id().toString()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER})
    @Operation(summary = "Read an employer")
    public RestResponse<Employer> get(@PathParam("id") UUID id, @Context Request request) {
        Employer employer = visible(id);
        return Versioned.ok(request, employer, Versioned.tag(employer.version()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.AGENCY)
    @Operation(summary = "Change an employer", description = "Needs If-Match: 428 without, 412 when it is stale.")
    public RestResponse<Employer> change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid EmployerInput input) {
        Employer now = visible(id);
        Versioned.requireMatch(ifMatch, Versioned.tag(now.version()));
        Employer next = new Employer(id, input.name(), input.ein(), now.version() + 1);
        Versioned.requireStored(employers.update(next));
        return Versioned.changed(next, Versioned.tag(next.version()));
    }

    private Employer visible(UUID id) {
        return employers
                .find(id)
                .filter(employer -> caller.onlyEmployer().map(id::equals).orElse(true))
                .orElseThrow(() -> new NotFound("employer"));
    }
}
