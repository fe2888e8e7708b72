package org.dualtraining.plan.lti;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.party.Role;
import org.dualtraining.kit.problem.Malformed;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.text.PlainText;
import org.dualtraining.plan.completion.CompletionReceipt;
import org.dualtraining.plan.party.Providers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/lti-scores")
@RolesAllowed({Role.COLLEGE, Role.AGENCY})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "course completions")
class LtiScoreResource {

    private static final String SCORE = "application/vnd.ims.lis.v1.score+json";
    private static final MediaType SCORE_TYPE = MediaType.valueOf(SCORE);

    private final RecordLtiScore record;
    private final Providers providers;
    private final Caller caller;
    private final ObjectMapper json;
    private final Validator validator;

    @Inject
    LtiScoreResource(
            RecordLtiScore record, Providers providers, Caller caller, ObjectMapper json, Validator validator) {
        this.record = record;
        this.providers = providers;
        this.caller = caller;
        this.json = json;
        this.validator = validator;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Record an LTI score as a course completion",
            description =
                    "A score is a completion when activityProgress is Completed, gradingProgress is FullyGraded and"
                            + " scoreGiven is there; passed from the provider's `passScorePercent` on, 422 while it has none. Learner and"
                            + " course are the record, the timestamp is its version: an older score is SUPERSEDED, the same one a"
                            + " DUPLICATE, a newer one a correction; completed on the day of the timestamp in its own zone. 200 with"
                            + " the receipt for all of these; 200 with a REJECTED receipt that says why for a score that is no"
                            + " completion yet: nothing is stored and nothing needs to be sent again.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = SCORE, schema = @Schema(implementation = LtiScore.class)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LtiScore.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "what became of the score",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CompletionReceipt.class)))
    public Response post(
            @QueryParam("courseCode") @NotNull @PlainText(max = 50) String courseCode,
            @QueryParam("providerId") @Nullable UUID providerId,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type,
            byte[] body) {
        if (type == null || !(type.isCompatible(SCORE_TYPE) || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))) {
            throw new NotSupportedException();
        }
        LtiScore score = read(body);
        CompletionReceipt receipt = record.handle(providers.actingFor(caller, providerId), courseCode, score);
        Problem problem = receipt.problem();
        return problem == null || RecordLtiScore.NO_COMPLETION_YET.equals(problem)
                ? Response.ok(receipt).build()
                : Response.status(problem.status())
                        .type(Problem.MEDIA_TYPE)
                        .entity(problem)
                        .build();
    }

    private LtiScore read(byte[] body) {
        try {
            LtiScore score = json.readValue(body, LtiScore.class);
            if (score == null) {
                throw new Malformed("", "must be a score");
            }
            Set<ConstraintViolation<LtiScore>> wrong = validator.validate(score);
            if (!wrong.isEmpty()) {
                throw new ConstraintViolationException(wrong);
            }
            return score;
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, 400);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
