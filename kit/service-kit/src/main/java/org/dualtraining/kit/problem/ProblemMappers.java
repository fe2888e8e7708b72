package org.dualtraining.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where an exception becomes an answer: always a problem document, never a stack, SQL or a sent value. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response refusal(Refusal refusal) {
        return answer(refusal.problem(), refusal.headers());
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid) {
        return answer(ConstraintViolations.problem(invalid), Map.of());
    }

    /** By its own name too: Quarkus has a mapper for this class that would answer without a body. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException json) {
        return json(json);
    }

    /** Bytes that are no text in any encoding that JSON may have. */
    @ServerExceptionMapper
    public Response notText(CharConversionException bytes) {
        return answer(Problem.of("malformed-json", "Malformed JSON", 400, "The body is not UTF-8 text."), Map.of());
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException json) {
        return answer(JsonProblem.of(json), Map.of());
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    public Response unauthenticated(SecurityException refused) {
        return answer(
                Problem.of(
                        "unauthenticated",
                        "Authentication needed",
                        401,
                        "Send a bearer token of this system's identity provider that is signed, current and meant for it."),
                Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"dual-training\""));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException refused) {
        return answer(
                Problem.of("forbidden", "Forbidden", 403, "The token's role does not allow this operation."), Map.of());
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException refused, UriInfo uri) {
        if (refused.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        Response response = refused.getResponse();
        if (response.getStatus() >= 500) {
            return unexpected(refused);
        }
        if (isUnreadableParameter(refused, uri)) {
            return answer(HttpProblem.of(Response.status(400).build()), Map.of());
        }
        if (response.getStatus() < 400) {
            return response;
        }
        Map<String, String> headers =
                response.getStatus() == 405 ? Map.of(HttpHeaders.ALLOW, AllowedMethods.ofCurrentRequest()) : Map.of();
        return answer(HttpProblem.of(response), headers);
    }

    /**
     * JAX-RS answers 404 to a path or query parameter that cannot be converted. For an id in the path that is right; where
     * the path is fine it is a query parameter, and saying so helps.
     */
    private static boolean isUnreadableParameter(WebApplicationException refused, UriInfo uri) {
        return refused.getResponse().getStatus() == 404
                && (refused.getCause() instanceof IllegalArgumentException
                        || refused.getCause() instanceof DateTimeException)
                && uri.getPathParameters().values().stream()
                        .flatMap(List::stream)
                        .allMatch(value ->
                                value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9]{1,9}"));
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal(refusal);
            }
        }
        @Nullable Response database = DatabaseProblem.answer(fault);
        if (database != null) {
            return database;
        }
        UUID reference = UUID.randomUUID();
        LOG.errorf(Fault.of(fault), "unexpected failure reference=%s", reference);
        return answer(
                Problem.of(
                        "internal-error",
                        "Internal error",
                        500,
                        "Something went wrong here. Nothing was stored. Quote reference " + reference + "."),
                Map.of());
    }

    /** Without a body where a deadline has answered already: event streams pass no filter that would drop it. */
    static Response answer(Problem problem, Map<String, String> headers) {
        if (!RightToAnswer.isLeftToThisThread()) {
            return Response.status(problem.status()).build();
        }
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        headers.forEach(answer::header);
        return answer.build();
    }

    /** The problems of plain HTTP: what the JAX-RS layer refuses before our code runs. */
    private static final class HttpProblem {

        private static final Map<Integer, List<String>> WORDS = Map.of(
                400, List.of("bad-request", "Bad request", "A parameter cannot be read as what it should be."),
                404, List.of("not-found", "Not found", "There is nothing at this address."),
                405,
                        List.of(
                                "method-not-allowed",
                                "Method not allowed",
                                "This address knows other methods: see the Allow header."),
                406, List.of("not-acceptable", "Not acceptable", "This cannot be answered in a media type of Accept."),
                413, List.of("too-large", "Too large", "The body is larger than this operation takes."),
                415,
                        List.of(
                                "unsupported-media-type",
                                "Unsupported media type",
                                "Send a Content-Type that is documented."));

        static Problem of(Response response) {
            int status = response.getStatus();
            List<String> words = WORDS.getOrDefault(
                    status,
                    List.of("http-" + status, response.getStatusInfo().getReasonPhrase(), "The request is refused."));
            return Problem.of(words.get(0), words.get(1), status, words.get(2));
        }
    }
}
