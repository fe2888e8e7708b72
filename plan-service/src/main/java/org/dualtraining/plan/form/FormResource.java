package org.dualtraining.plan.form;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.party.Role;
import org.dualtraining.plan.catalog.Occupations;
import org.dualtraining.plan.disclosure.Disclosed;
import org.dualtraining.plan.disclosure.Disclosures;
import org.dualtraining.plan.print.PageFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/training-plans")
@Produces(MediaType.WILDCARD)
@Tag(name = "forms")
class FormResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String FORMATS = " The format is taken from Accept, or from `format`, which wins; without"
            + " either it is HTML. 400 when `format` is none of these, 406 when Accept takes none of them; 503 with"
            + " Retry-After when others print for longer than 20 seconds, or when the catalog must be asked and is away.";

    private final ReadPlanPaper papers;
    private final PrintForm print;
    private final Occupations occupations;
    private final Disclosures disclosures;

    @Inject
    FormResource(ReadPlanPaper papers, PrintForm print, Occupations occupations, Disclosures disclosures) {
        this.papers = papers;
        this.print = print;
        this.occupations = occupations;
        this.disclosures = disclosures;
    }

    @GET
    @Path("/{id}/form")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
    @Operation(
            summary = "Print a training plan as the state's form",
            description =
                    "Sections, rows and columns in the form's order, blank where the plan is blank. Lines credited by"
                            + " prior learning say so with the day of the evidence; excluded ones stand below with their"
                            + " reasons. An employer and an apprentice print their own." + FORMATS)
    @APIResponse(
            responseCode = "200",
            description = "the form; as CSV one row per line of the plan, in the same order, with dates as 2026-05-15",
            content = {
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public Response form(
            @PathParam("id") UUID id,
            @Parameter(description = "html, pdf, docx or csv") @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        PageFormat wanted = PageFormat.wanted(format, headers, List.of(PageFormat.values()));
        PlanPaper paper = papers.handle(id);
        Response printed = print.trainingPlan(paper, wanted);
        disclosures.record(paper.plan().apprenticeId(), Disclosed.FORM);
        return printed;
    }

    @GET
    @Path("/{id}/work-process-schedule")
    @RolesAllowed({Role.AGENCY, Role.EMPLOYER, Role.APPRENTICE})
    @Operation(
            summary = "Print a training plan as a work process schedule with its related instruction outline",
            description =
                    "For registered apprenticeship: the work processes and courses of the framework's schedule with"
                            + " their hours, joined with the lines of the plan and the days on which they were completed;"
                            + " competencies without hours where the framework has no schedule. Blank where nothing is known."
                            + " The codes are the occupation's in the catalog, as of now." + FORMATS)
    @APIResponse(
            responseCode = "200",
            description = "the schedule and the outline",
            content = {
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response workProcessSchedule(
            @PathParam("id") UUID id,
            @Parameter(description = "html, pdf or docx") @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        PageFormat wanted =
                PageFormat.wanted(format, headers, List.of(PageFormat.HTML, PageFormat.PDF, PageFormat.DOCX));
        PlanPaper paper = papers.handle(id);
        Response printed =
                print.workProcesses(paper, occupations.codesOf(paper.plan().occupationId()), wanted);
        disclosures.record(paper.plan().apprenticeId(), Disclosed.FORM);
        return printed;
    }
}
