package org.dualtraining.progress.dashboard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.progress.report.Filters;
import org.dualtraining.progress.report.ReportFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/dashboard")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.DASHBOARD, Role.AGENCY, Role.EMPLOYER})
@Tag(name = "Dashboard")
class DashboardResource {

    private static final String SCOPE =
            " An employer sees its own plans. The role `dashboard` sees no group of fewer than"
                    + " ten apprentices, neither alone nor by subtracting answers, and each apprentice at one plan only.";
    private static final String FORMAT = "json or csv; wins over Accept";
    private static final String UNREADABLE = "a query parameter cannot be read";

    private final ReportSummary summary;
    private final ReportGroups groups;
    private final ReportProviders providers;
    private final ReportCompetencies competencies;
    private final ReportTimeline timeline;
    private final Caller caller;

    @Inject
    DashboardResource(
            ReportSummary summary,
            ReportGroups groups,
            ReportProviders providers,
            ReportCompetencies competencies,
            ReportTimeline timeline,
            Caller caller) {
        this.summary = summary;
        this.groups = groups;
        this.providers = providers;
        this.competencies = competencies;
        this.timeline = timeline;
        this.caller = caller;
    }

    @GET
    @Path("/summary")
    @Operation(summary = "Plans in figures", description = "All plans that are asked for as one group." + SCOPE)
    @APIResponse(responseCode = "200", description = "the figures")
    @APIResponse(responseCode = "400", description = UNREADABLE)
    public SummaryView summary(@BeanParam Filters filters) {
        return summary.of(filters.by(caller));
    }

    @GET
    @Path("/by-occupation")
    @Produces({MediaType.APPLICATION_JSON, ReportFormat.CSV})
    @Operation(
            summary = "Plans in figures by occupation",
            description = "Figures of each occupation that has plans." + SCOPE)
    @APIResponse(
            responseCode = "200",
            description = "the figures",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = GroupsView.class)),
                @Content(mediaType = ReportFormat.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = UNREADABLE)
    public Response byOccupation(
            @BeanParam Filters filters,
            @Parameter(description = FORMAT) @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        return groups("by-occupation", format, headers, groups.byOccupation(filters.by(caller)));
    }

    @GET
    @Path("/by-employer")
    @Produces({MediaType.APPLICATION_JSON, ReportFormat.CSV})
    @Operation(
            summary = "Plans in figures by employer",
            description = "Figures of each employer that has plans." + SCOPE)
    @APIResponse(
            responseCode = "200",
            description = "the figures",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = GroupsView.class)),
                @Content(mediaType = ReportFormat.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = UNREADABLE)
    public Response byEmployer(
            @BeanParam Filters filters,
            @Parameter(description = FORMAT) @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        return groups("by-employer", format, headers, groups.byEmployer(filters.by(caller)));
    }

    @GET
    @Path("/by-provider")
    @Produces({MediaType.APPLICATION_JSON, ReportFormat.CSV})
    @Operation(
            summary = "Plans in figures by provider",
            description =
                    "Figures of each provider that teaches a line: the plans in which it does, and the lines that it"
                            + " teaches. A plan with several providers is in several items; lines without a provider are in"
                            + " none." + SCOPE)
    @APIResponse(
            responseCode = "200",
            description = "the figures, without averages",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = GroupsView.class)),
                @Content(mediaType = ReportFormat.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = UNREADABLE)
    public Response byProvider(
            @BeanParam Filters filters,
            @Parameter(description = FORMAT) @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        return groups("by-provider", format, headers, providers.of(filters.by(caller)));
    }

    @GET
    @Path("/by-competency")
    @Produces({MediaType.APPLICATION_JSON, ReportFormat.CSV})
    @Operation(
            summary = "Lines in figures by competency",
            description =
                    "How many plans have each competency, how many of them credited, and how long it took." + SCOPE)
    @APIResponse(
            responseCode = "200",
            description = "the figures",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CompetenciesView.class)),
                @Content(mediaType = ReportFormat.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = UNREADABLE)
    public Response byCompetency(
            @BeanParam Filters filters,
            @Parameter(description = FORMAT) @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        CompetenciesView view = competencies.of(filters.by(caller));
        return ReportFormat.answer(format, headers, () -> view, () -> DashboardFiles.competencies(view));
    }

    @GET
    @Path("/timeline")
    @Produces({MediaType.APPLICATION_JSON, ReportFormat.CSV})
    @Operation(
            summary = "Credits by week",
            description = "Lines by the week of their completion, one item per week from Monday to Sunday." + SCOPE
                    + " The role `dashboard` gets the weeks of all plans and none of a part of them.")
    @APIResponse(
            responseCode = "200",
            description = "the weeks",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TimelineView.class)),
                @Content(mediaType = ReportFormat.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = UNREADABLE)
    public Response timeline(
            @BeanParam Filters filters,
            @Parameter(description = "a day of the first week, as an ISO date; 26 weeks end with the last without it")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "a day of the last week, as an ISO date; today without it; at most 530 weeks")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Parameter(description = FORMAT) @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        TimelineView view = timeline.of(filters.by(caller), from, to);
        return ReportFormat.answer(format, headers, () -> view, () -> DashboardFiles.timeline(view));
    }

    private static Response groups(String name, @Nullable String format, HttpHeaders headers, GroupsView view) {
        return ReportFormat.answer(format, headers, () -> view, () -> DashboardFiles.groups(name, view));
    }
}
