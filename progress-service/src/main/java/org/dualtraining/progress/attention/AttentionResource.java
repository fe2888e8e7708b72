package org.dualtraining.progress.attention;

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
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.progress.report.Filters;
import org.dualtraining.progress.report.Question;
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
@Produces({MediaType.APPLICATION_JSON, ReportFormat.CSV})
@RolesAllowed({Role.DASHBOARD, Role.AGENCY, Role.EMPLOYER})
@Tag(name = "Dashboard")
class AttentionResource {

    private static final String SCOPE =
            " Ids only. An employer sees its own. The role `dashboard` sees no single plan, so the"
                    + " list is empty and `suppressed` says so. As CSV all of them at once, without pages.";
    private static final String FORMAT = "json or csv; wins over Accept";

    private final AttentionLists lists;
    private final Caller caller;

    @Inject
    AttentionResource(AttentionLists lists, Caller caller) {
        this.lists = lists;
        this.caller = caller;
    }

    @GET
    @Path("/overdue")
    @Operation(
            summary = "Lines that are overdue",
            description = "Lines of active plans whose anticipated date has passed, the longest overdue first." + SCOPE)
    @APIResponse(
            responseCode = "200",
            description = "one page",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = OverdueView.class)),
                @Content(mediaType = ReportFormat.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "a query parameter cannot be read")
    public Response overdue(
            @BeanParam Filters filters,
            @BeanParam PageRequest page,
            @Parameter(description = FORMAT) @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        Question question = filters.by(caller);
        return ReportFormat.answer(
                format, headers, () -> lists.overdue(question, page), () -> lists.overdueFile(question));
    }

    @GET
    @Path("/at-risk")
    @Operation(
            summary = "Plans that are at risk",
            description =
                    "Active plans with an overdue line, or with open lines and no credit for 60 days: which of both, and"
                            + " since when." + SCOPE)
    @APIResponse(
            responseCode = "200",
            description = "one page",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = AtRiskView.class)),
                @Content(mediaType = ReportFormat.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "a query parameter cannot be read")
    public Response atRisk(
            @BeanParam Filters filters,
            @BeanParam PageRequest page,
            @Parameter(description = FORMAT) @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        Question question = filters.by(caller);
        return ReportFormat.answer(
                format, headers, () -> lists.atRisk(question, page), () -> lists.atRiskFile(question));
    }
}
