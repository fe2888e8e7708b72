package org.dualtraining.progress.dashboard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.progress.intake.IntakeBooks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/dashboard")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboard")
class DashboardResource {

    private final FiguresReader reader;
    private final IntakeBooks intake;
    private final Caller caller;
    private final Clock clock;

    @Inject
    DashboardResource(FiguresReader reader, IntakeBooks intake, Caller caller, Clock clock) {
        this.reader = reader;
        this.intake = intake;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/summary")
    @RolesAllowed({Role.DASHBOARD, Role.AGENCY, Role.EMPLOYER})
    @Operation(
            summary = "All plans in figures",
            description = "An employer sees its own plans. The role `dashboard` sees all plans without small groups.")
    @APIResponse(responseCode = "200", description = "the figures")
    public SummaryView summary() {
        boolean isScoped = !caller.isAgency() && caller.is(Role.EMPLOYER);
        boolean isOpen = caller.isAgency() || isScoped;
        Figures all = reader.read(isScoped ? Optional.of(caller.employerId()) : Optional.<UUID>empty());
        Figures shown = isOpen ? all : SmallGroups.suppress(all);
        return new SummaryView(
                clock.instant(),
                intake.lag().orElse(null),
                shown.plans(),
                shown.plansByStatus(),
                shown.apprentices(),
                shown.credits(),
                shown.averagePercent(),
                shown.eligibleByCertification(),
                shown.suppressed());
    }
}
