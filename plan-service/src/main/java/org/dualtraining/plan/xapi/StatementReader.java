package org.dualtraining.plan.xapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.kit.problem.ConstraintViolations;
import org.dualtraining.kit.problem.JsonProblem;
import org.dualtraining.kit.problem.Malformed;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Refusal;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.completion.CourseCompletionInput;
import org.dualtraining.plan.completion.RawRow;
import org.dualtraining.plan.completion.StatedTime;
import org.dualtraining.plan.party.Provider;
import org.dualtraining.plan.xapi.XapiStatement.Account;
import org.dualtraining.plan.xapi.XapiStatement.Definition;
import org.dualtraining.plan.xapi.XapiStatement.Result;
import org.dualtraining.plan.xapi.XapiStatement.StatementObject;
import org.jspecify.annotations.Nullable;

/** Reads statements; what is wrong with one stays with it. */
@ApplicationScoped
class StatementReader {

    /** What a statement about anything else is told. */
    static final Problem NO_COMPLETION = new Problem(
            Problem.typeOf("statement-says-no-completion"),
            "Statement says no completion",
            422,
            "Not stored: a statement says a completion when its verb is passed, failed or completed"
                    + " (http://adlnet.gov/expapi/verbs/) and result.completion is not false; voided takes one back.",
            List.of());

    private static final BigDecimal HIGHEST = BigDecimal.ONE;

    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    @Inject
    StatementReader(ObjectMapper json, Validator validator, Clock clock) {
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    StatementRead read(RawRow row, Provider provider) {
        JsonNode sent = row.json();
        if (sent == null) {
            return StatementRead.rejected(row.number(), Objects.requireNonNull(row.problem()));
        }
        if (!sent.isObject()) {
            return StatementRead.rejected(row.number(), JsonProblem.notAnObject());
        }
        JsonNode verb = sent.path("verb").path("id");
        // the objects of other verbs have other members
        if (verb.isTextual() && Verb.of(verb.textValue()).isEmpty()) {
            return StatementRead.rejected(row.number(), NO_COMPLETION);
        }
        try {
            XapiStatement statement = json.treeToValue(sent, XapiStatement.class);
            List<Problem.Violation> wrong = ConstraintViolations.violations(validator.validate(statement));
            return wrong.isEmpty()
                    ? understood(row.number(), statement, provider)
                    : StatementRead.rejected(row.number(), ConstraintViolations.problem(wrong));
        } catch (JsonProcessingException e) {
            return StatementRead.rejected(row.number(), JsonProblem.of(e));
        } catch (Refusal refusal) {
            return StatementRead.rejected(row.number(), refusal.problem());
        }
    }

    private StatementRead understood(int number, XapiStatement statement, Provider provider) {
        Verb verb = Verb.of(statement.verb().id()).orElseThrow();
        boolean isReference = "StatementRef".equals(statement.object().objectType());
        if (isReference != (verb == Verb.VOIDED)) {
            throw new Malformed("/object/objectType", "must be StatementRef with the verb voided, and only then");
        }
        if (verb == Verb.VOIDED) {
            return StatementRead.voiding(number, voided(statement.object()));
        }
        Result result = statement.result();
        if (result != null && Boolean.FALSE.equals(result.completion())) {
            return StatementRead.rejected(number, NO_COMPLETION);
        }
        Boolean success = success(verb, result);
        BigDecimal scaled =
                result == null || result.score() == null ? null : result.score().scaled();
        if (success == null && scaled == null) {
            throw new Unprocessable(
                    "/result", "must have `success` or `score.scaled`, because `completed` alone does not say passed");
        }
        CourseCompletionInput completion = new CourseCompletionInput(
                provider.id(),
                learner(statement),
                course(statement.object()),
                time(statement).day(),
                scaled == null ? null : scaled.stripTrailingZeros().toPlainString(),
                success,
                statement.id().toString(),
                null,
                null);
        return StatementRead.completion(
                number, completion, success == null && scaled != null && provider.isPassed(scaled, HIGHEST));
    }

    private static UUID voided(StatementObject reference) {
        try {
            UUID id = UUID.fromString(reference.id());
            if (id.toString().equalsIgnoreCase(reference.id())) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // answered below
        }
        throw new Malformed("/object/id", "must be the id of a statement, a UUID of 36 characters");
    }

    /** The verbs passed and failed say it themselves. */
    private static @Nullable Boolean success(Verb verb, @Nullable Result result) {
        Boolean stated = result == null ? null : result.success();
        if (verb == Verb.COMPLETED) {
            return stated;
        }
        boolean said = verb == Verb.PASSED;
        if (stated != null && stated != said) {
            throw new Unprocessable("/result/success", "must agree with the verb");
        }
        return said;
    }

    private static String learner(XapiStatement statement) {
        Account account = statement.actor().account();
        if (account == null) {
            throw new Unprocessable(
                    "/actor/account", "must be given: learners are known by account name, not by mail address");
        }
        return account.name();
    }

    private String course(StatementObject activity) {
        String course = stated(activity.definition())
                .or(() -> lastSegment(activity.id()))
                .filter(code -> validator
                        .validateValue(CourseCompletionInput.class, "courseCode", code)
                        .isEmpty())
                .orElse(null);
        if (course == null) {
            throw new Unprocessable(
                    "/object/id",
                    "must end with the course code as its last path segment, or definition.extensions must name it as "
                            + Definition.COURSE_CODE + ": text of 1 to 50 characters");
        }
        return course;
    }

    private static Optional<String> stated(@Nullable Definition definition) {
        return Optional.ofNullable(definition == null ? null : definition.extensions())
                .map(extensions -> extensions.get(Definition.COURSE_CODE))
                .map(code -> code.isTextual() ? code.textValue() : "");
    }

    private static Optional<String> lastSegment(String activityId) {
        try {
            String path = URI.create(activityId).getPath();
            return Optional.ofNullable(path)
                    .map(p -> p.replaceFirst("/+$", ""))
                    .map(p -> p.substring(p.lastIndexOf('/') + 1))
                    .filter(segment -> !segment.isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private StatedTime time(XapiStatement statement) {
        return Optional.ofNullable(statement.timestamp())
                .flatMap(text -> StatedTime.of(text, clock))
                .orElseThrow(() -> new Malformed("/timestamp", StatedTime.EXPECTED));
    }
}
