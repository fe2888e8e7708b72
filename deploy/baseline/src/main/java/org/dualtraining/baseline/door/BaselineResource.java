package org.dualtraining.baseline.door;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
class BaselineResource {

    private static final RowView CONSTANT = new RowView(
            new UUID(1, 1),
            new UUID(2, 2),
            "S0012345",
            "HIMC1110",
            LocalDate.of(2025, 5, 15),
            "B+",
            "1",
            Instant.EPOCH);

    private final InsertRow insertRow;
    private final Caller caller;

    @Inject
    BaselineResource(InsertRow insertRow, Caller caller) {
        this.insertRow = insertRow;
        this.caller = caller;
    }

    @POST
    @Path("/rows")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COLLEGE, Role.AGENCY})
    public RestResponse<RowView> insert(@Valid @NotNull RowInput input) {
        return RestResponse.status(RestResponse.Status.CREATED, insertRow.handle(caller.providerId(), input));
    }

    @GET
    @Path("/constant")
    @RolesAllowed({Role.COLLEGE, Role.AGENCY, Role.DASHBOARD})
    public RowView constant() {
        return CONSTANT;
    }
}
