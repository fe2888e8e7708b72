package org.dualtraining.plan.xapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.plan.completion.BatchRows;
import org.dualtraining.plan.completion.CompletionReceipt;
import org.dualtraining.plan.completion.RawRow;
import org.dualtraining.plan.completionsource.CompletionSources;
import org.dualtraining.plan.party.Provider;
import org.dualtraining.plan.party.Providers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/xapi-statements")
@RolesAllowed({Role.COLLEGE, Role.AGENCY})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "course completions")
class XapiStatementResource {

    private final BatchRows batch;
    private final StatementReader reader;
    private final TakeInStatements takeIn;
    private final CompletionSources sources;
    private final Providers providers;
    private final Caller caller;
    private final ObjectMapper json;

    @Inject
    XapiStatementResource(
            BatchRows batch,
            StatementReader reader,
            TakeInStatements takeIn,
            CompletionSources sources,
            Providers providers,
            Caller caller,
            ObjectMapper json) {
        this.batch = batch;
        this.reader = reader;
        this.takeIn = takeIn;
        this.sources = sources;
        this.providers = providers;
        this.caller = caller;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Record xAPI statements as course completions",
            description =
                    "One statement, or an array of at most 500: answers one receipt, or an array of receipts in order; a"
                            + " wrong statement stops no other. The verbs passed, failed and completed"
                            + " (http://adlnet.gov/expapi/verbs/) say a completion, unless result.completion is false; passed is what"
                            + " the verb or result.success says, else result.score.scaled from the provider's `passScorePercent` on."
                            + " The learner is actor.account.name, the course the last path segment of object.id, or the extension"
                            + " `urn:dual-training:xapi:course-code` of object.definition, the day that of timestamp in its own zone,"
                            + " the record the statement's id. The verb voided takes back what the statement that it refers to said,"
                            + " also when that comes later. Statements with other verbs get a REJECTED receipt that says so. A single"
                            + " statement that is wrong is refused with the status of its problem.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(oneOf = {XapiStatement.class, XapiStatement[].class})))
    @APIResponse(
            responseCode = "200",
            description = "what became of the statement, or of each",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(oneOf = {CompletionReceipt.class, CompletionReceipt[].class})))
    public Response post(
            @HeaderParam("X-Experience-API-Version")
                    @Pattern(regexp = "(1\\.0|2\\.0)(\\.\\d+)?", message = "must be 1.0.x or 2.0.x")
                    @Nullable
                    String version,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type,
            @QueryParam("providerId") @Nullable UUID providerId,
            byte[] body) {
        if (type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            throw new NotSupportedException();
        }
        Provider provider =
                providers.find(providers.actingFor(caller, providerId)).orElseThrow();
        boolean isArray = isArray(body);
        List<RawRow> rows = isArray ? batch.read(body) : List.of(RawRow.parse(1, json, body, 0, body.length));
        List<CompletionReceipt> receipts = takeIn.handle(
                provider.id(),
                rows.stream().map(row -> reader.read(row, provider)).toList());
        sources.heardFrom(provider.id());
        return isArray ? Response.ok(receipts).build() : answer(receipts.get(0));
    }

    private static boolean isArray(byte[] body) {
        int first = 0;
        while (first < body.length && " \t\r\n".indexOf(body[first]) >= 0) {
            first++;
        }
        return first < body.length && body[first] == '[';
    }

    private static Response answer(CompletionReceipt receipt) {
        Problem problem = receipt.problem();
        return problem == null || StatementReader.NO_COMPLETION.equals(problem)
                ? Response.ok(receipt).build()
                : Response.status(problem.status())
                        .type(Problem.MEDIA_TYPE)
                        .entity(problem)
                        .build();
    }
}
