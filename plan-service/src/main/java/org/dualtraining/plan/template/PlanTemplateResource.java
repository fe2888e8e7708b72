package org.dualtraining.plan.template;

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
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.Forbidden;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.query.QueryFlag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/plan-templates")
@RolesAllowed({Role.AGENCY, Role.EMPLOYER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plan templates")
class PlanTemplateResource {

    private static final String IF_MATCH = " Needs If-Match: 428 without, 412 when it is stale.";

    private final PlanTemplates templates;
    private final WritePlanTemplate write;
    private final MakeCohort cohort;
    private final Caller caller;

    @Inject
    PlanTemplateResource(PlanTemplates templates, WritePlanTemplate write, MakeCohort cohort, Caller caller) {
        this.templates = templates;
        this.write = write;
        this.cohort = cohort;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Make a plan template",
            description =
                    "Of a published framework version, or of a plan with `fromPlanId` and `startedOn`, whose dates"
                            + " become periods and whose lines are all to be trained. An employer's template is its own; an agency's is shared, or one employer's."
                            + " 422 names the member that does not fit.")
    public RestResponse<PlanTemplate> create(@NotNull @Valid PlanTemplateInput input) {
        PlanTemplate template = write.handle(Ids.next(), input, 1);
        templates.insert(template);
        return Versioned.created("/api/v1/plan-templates/" + template.id(), template, Versioned.tag(1));
    }

    @GET
    @Operation(
            summary = "List plan templates",
            description = "Without their lines. An employer sees its own and the shared ones.")
    public Page<PlanTemplateHead> list(@BeanParam PageRequest page) {
        return Page.of(templates.page(page, caller.onlyEmployer()), page, t -> t.id().toString());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a plan template")
    public RestResponse<PlanTemplate> get(@PathParam("id") UUID id, @Context Request request) {
        PlanTemplate template = visible(id);
        return Versioned.ok(request, template, Versioned.tag(template.version()));
    }

    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Change a plan template",
            description = "Plans that were made from it stay as they are. A shared one is changed by an agency only."
                    + IF_MATCH)
    public RestResponse<PlanTemplate> change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid PlanTemplateInput input) {
        PlanTemplate now = own(id);
        Versioned.requireMatch(ifMatch, Versioned.tag(now.version()));
        PlanTemplate next = write.handle(id, input, now.version() + 1);
        Versioned.requireStored(templates.update(next));
        return Versioned.changed(next, Versioned.tag(next.version()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Delete a plan template",
            description = "Plans that were made from it stay as they are. A shared one is deleted by an agency only."
                    + IF_MATCH)
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        PlanTemplate now = own(id);
        Versioned.requireMatch(ifMatch, Versioned.tag(now.version()));
        Versioned.requireStored(templates.delete(now));
    }

    @POST
    @Path("/{id}/cohorts")
    @Operation(
            summary = "Make plans for a cohort",
            description = "Up to 500 apprentices; each gets the whole plan or is refused with a problem, in the order"
                    + " asked, and one never stops another. Who has an open plan for the occupation already is refused"
                    + " with that plan's id, so that the same request may be sent again. With `activate` the plans are"
                    + " ACTIVE from an agency and PROPOSED from an employer; otherwise they are drafts.")
    public CohortReport makeCohort(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "true: say what would be done and do nothing; default false",
                            schema = @Schema(implementation = Boolean.class))
                    @QueryParam("dryRun")
                    @Nullable
                    String dryRun,
            @NotNull @Valid CohortInput input) {
        return cohort.handle(visible(id), input, QueryFlag.isTrue("dryRun", dryRun));
    }

    private PlanTemplate visible(UUID id) {
        return templates.find(id, caller.onlyEmployer()).orElseThrow(() -> new NotFound("plan template"));
    }

    private PlanTemplate own(UUID id) {
        PlanTemplate template = visible(id);
        if (template.employerId() == null && !caller.isAgency()) {
            throw new Forbidden("Only an agency changes a template that is shared.");
        }
        return template;
    }
}
