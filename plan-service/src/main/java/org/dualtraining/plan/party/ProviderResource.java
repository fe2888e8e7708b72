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
import java.util.Optional;
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

@Path("/api/v1/providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "providers")
class ProviderResource {

    private final Providers providers;
    private final Caller caller;

    @Inject
    ProviderResource(Providers providers, Caller caller) {
        this.providers = providers;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Role.AGENCY)
    @Operation(
            summary = "Enter a provider",
            description =
                    "A college, company, trainer or other; `passGrades` decide which grades count as passed, `passScorePercent` which"
                            + " scores of LTI and xAPI.")
    public RestResponse<Provider> create(@NotNull @Valid ProviderInput input) {
        Provider provider = new Provider(
                Ids.next(), input.name(), input.type(), input.passGradesOrNone(), input.passScorePercent(), 1);
        providers.insert(provider);
        return Versioned.created("/api/v1/providers/" + provider.id(), provider, Versioned.tag(1));
    }

    @GET
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.COLLEGE})
    @Operation(
            summary = "List providers",
            description = "Agencies and employers see all, because plan lines name them; a college sees itself.")
    public Page<Provider> list(@BeanParam PageRequest page) {
        return onlyCollege()
                .map(own -> new Page<>(providers.find(own).map(List::of).orElse(List.of()), null))
                .orElseGet(() -> Page.of(
                        providers.page(page), page, provider -> provider.id().toString()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.COLLEGE})
    @Operation(summary = "Read a provider")
    public RestResponse<Provider> get(@PathParam("id") UUID id, @Context Request request) {
        Provider provider = visible(id);
        return Versioned.ok(request, provider, Versioned.tag(provider.version()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.AGENCY)
    @Operation(summary = "Change a provider", description = "Needs If-Match: 428 without, 412 when it is stale.")
    public RestResponse<Provider> change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ProviderInput input) {
        Provider now = visible(id);
        Versioned.requireMatch(ifMatch, Versioned.tag(now.version()));
        Provider next = new Provider(
                id, input.name(), input.type(), input.passGradesOrNone(), input.passScorePercent(), now.version() + 1);
        Versioned.requireStored(providers.update(next));
        return Versioned.changed(next, Versioned.tag(next.version()));
    }

    private Provider visible(UUID id) {
        return providers
                .find(id)
                .filter(provider -> onlyCollege().map(id::equals).orElse(true))
                .orElseThrow(() -> new NotFound("provider"));
    }

    private Optional<UUID> onlyCollege() {
        return caller.isAgency() || caller.is(Role.EMPLOYER) ? Optional.empty() : caller.onlyProvider();
    }
}
