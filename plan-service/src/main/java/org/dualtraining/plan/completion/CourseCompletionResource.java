package org.dualtraining.plan.completion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.kit.page.Page;
import org.dualtraining.kit.page.PageRequest;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.precondition.Versioned;
import org.dualtraining.kit.problem.NotFound;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.text.PlainText;
import org.dualtraining.plan.completion.Idempotency.Answer;
import org.dualtraining.plan.completionsource.CompletionSources;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/course-completions")
@RolesAllowed({Role.COLLEGE, Role.AGENCY})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "course completions")
class CourseCompletionResource {

    private final CompletionRows rows;
    private final BatchRows batchRows;
    private final RecordCourseCompletions record;
    private final RevokeCourseCompletion revoke;
    private final CompletionStore store;
    private final Idempotency idempotency;
    private final CompletionSources sources;
    private final DisclosedCompletions disclosed;
    private final Caller caller;

    @Inject
    CourseCompletionResource(
            CompletionRows rows,
            BatchRows batchRows,
            RecordCourseCompletions record,
            RevokeCourseCompletion revoke,
            CompletionStore store,
            Idempotency idempotency,
            CompletionSources sources,
            DisclosedCompletions disclosed,
            Caller caller) {
        this.rows = rows;
        this.batchRows = batchRows;
        this.record = record;
        this.revoke = revoke;
        this.store = store;
        this.idempotency = idempotency;
        this.sources = sources;
        this.disclosed = disclosed;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Record a course completion",
            description = "201 when it is new, 200 when the record and version, or a later version, was there. The same"
                    + " request under the same key gets the same answer for 72 hours; the key with another body 422; while a"
                    + " twin is at work 409 with Retry-After.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CompletionReceipt.class)))
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CourseCompletionInput input) {
        String party = caller.isAgency() ? "agency:" + caller.subject() : "provider:" + caller.providerId();
        Response answer = idempotency.once(
                party,
                "course-completions",
                key,
                input,
                () -> answer(record.handle(List.of(rows.one(input))).get(0)));
        rows.actingProvider(input).ifPresent(sources::heardFrom);
        return answer;
    }

    @POST
    @Path("/batch")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Record up to 500 course completions",
            description =
                    "Answers a receipt per row, in the order of the rows. A wrong row stops no other. The same batch"
                            + " again changes nothing: rows that are there are DUPLICATE.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            implementation = CourseCompletionInput[].class,
                                            maxItems = TooManyRows.MOST)))
    public List<CompletionReceipt> createBatch(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type, byte[] batch) {
        if (type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            throw new NotSupportedException();
        }
        List<CompletionRow> read = rows.many(batchRows.read(batch));
        List<CompletionReceipt> receipts = record.handle(read);
        sources.heardFrom(CompletionRow.providersOf(read));
        return receipts;
    }

    @GET
    @Operation(summary = "List what was received", description = "A college sees its own.")
    public Page<CourseCompletion> list(
            @QueryParam("learnerId") @PlainText(max = 100) @Nullable String learnerId,
            @QueryParam("courseCode") @PlainText(max = 50) @Nullable String courseCode,
            @QueryParam("since") @Nullable Instant since,
            @BeanParam PageRequest page) {
        CompletionFilter filter =
                new CompletionFilter(caller.onlyProvider().orElse(null), learnerId, courseCode, since);
        Page<CourseCompletion> found = Page.of(store.page(filter, page), page, c -> c.id().toString());
        disclosed.record(found.items());
        return found;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read what was received and what became of it")
    public RestResponse<CourseCompletion> get(@PathParam("id") UUID id, @Context Request request) {
        CourseCompletion completion =
                store.find(id, caller.onlyProvider()).orElseThrow(() -> new NotFound("course completion"));
        disclosed.record(List.of(completion));
        // all that ever changes of what was received: whose it is by a merge, the learner id by an erasure
        EntityTag tag = new EntityTag(String.join(
                ".",
                String.valueOf(completion.state()),
                String.valueOf(completion.parkedReason()),
                String.valueOf(completion.apprenticeId()),
                Integer.toHexString(completion.learnerId().hashCode())));
        return Versioned.ok(request, completion, tag);
    }

    @POST
    @Path("/{id}/revocation")
    @Operation(
            summary = "Take a course completion back",
            description =
                    "And with it the credits that rest on it. Again changes nothing; 409 when a later version is in"
                            + " force. A later version of the record reinstates it.")
    public CourseCompletion revoke(@PathParam("id") UUID id, @NotNull @Valid Revocation revocation) {
        CourseCompletion completion = revoke.handle(id, caller.onlyProvider(), revocation.reason());
        disclosed.record(List.of(completion));
        return completion;
    }

    /** A row that is rejected is a refusal here, and kept like any other answer (guarantees D2). */
    private static Answer answer(CompletionReceipt receipt) {
        return switch (receipt.status()) {
            case ACCEPTED, PARKED -> new Answer(201, receipt);
            case DUPLICATE, SUPERSEDED -> new Answer(200, receipt);
            case REJECTED -> {
                Problem problem = Objects.requireNonNull(receipt.problem());
                yield new Answer(problem.status(), problem);
            }
        };
    }

    /** Why a completion is taken back; stays in this service. */
    public record Revocation(
            @NotNull @PlainText(max = 1000, lines = true) String reason) {}
}
