package org.dualtraining.plan.completion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.party.Caller;
import org.dualtraining.kit.problem.ConstraintViolations;
import org.dualtraining.kit.problem.JsonProblem;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Unprocessable;
import org.dualtraining.plan.party.Provider;
import org.dualtraining.plan.party.Providers;
import org.jspecify.annotations.Nullable;

/** Reads what was posted into rows; what is wrong with a row stays with the row. */
@ApplicationScoped
public class CompletionRows {

    private static final Problem NOT_YOURS =
            unprocessable("/providerId", "must be the id of a provider that you may act for");
    private static final Problem NO_RESULT =
            unprocessable("/grade", "must be on the provider's pass list, or `passed` must be given");

    private final Providers providers;
    private final Caller caller;
    private final ObjectMapper json;
    private final Validator validator;
    private final Clock clock;

    @Inject
    CompletionRows(Providers providers, Caller caller, ObjectMapper json, Validator validator, Clock clock) {
        this.providers = providers;
        this.caller = caller;
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    CompletionRow one(CourseCompletionInput input) {
        return understood(List.of(new Read(1, input, null))).get(0);
    }

    public List<CompletionRow> many(List<RawRow> rows) {
        return understood(rows.stream().map(this::read).toList());
    }

    private Read read(RawRow row) {
        if (row.json() == null) {
            return new Read(row.number(), null, row.problem());
        }
        if (!row.json().isObject()) {
            return new Read(row.number(), null, JsonProblem.notAnObject());
        }
        try {
            CourseCompletionInput input = json.treeToValue(row.json(), CourseCompletionInput.class);
            List<Problem.Violation> wrong = ConstraintViolations.violations(validator.validate(input));
            return wrong.isEmpty()
                    ? new Read(row.number(), input, null)
                    : new Read(row.number(), null, ConstraintViolations.problem(wrong));
        } catch (JsonProcessingException e) {
            return new Read(row.number(), null, JsonProblem.of(e));
        }
    }

    private List<CompletionRow> understood(List<Read> read) {
        Map<UUID, Provider> known = providers.findAll(read.stream()
                .map(Read::input)
                .filter(Objects::nonNull)
                .flatMap(input -> actingProvider(input).stream())
                .collect(Collectors.toSet()));
        List<CompletionRow> rows = new ArrayList<>();
        for (Read row : read) {
            rows.add(
                    row.input() == null
                            ? new CompletionRow(row.row(), null, row.problem())
                            : understood(row.row(), row.input(), known));
        }
        return rows;
    }

    private CompletionRow understood(int number, CourseCompletionInput input, Map<UUID, Provider> known) {
        Provider provider = actingProvider(input).map(known::get).orElse(null);
        if (provider == null) {
            return new CompletionRow(number, null, NOT_YOURS);
        }
        boolean isOnPassList = input.grade() != null && provider.passGrades().contains(input.grade());
        return judged(
                number, provider.id(), input, isOnPassList, input.passed() == null && !isOnPassList ? NO_RESULT : null);
    }

    /**
     * A row of a feed that judges by other rules.
     *
     * @param input valid; its {@code grade} and {@code passed} are what was said
     * @param isPassed what the feed makes of it where {@code passed} is absent
     * @param problem what is wrong with it, unless it is known already
     */
    public CompletionRow judged(
            int number, UUID provider, CourseCompletionInput input, boolean isPassed, @Nullable Problem problem) {
        return new CompletionRow(
                number,
                new CourseCompletion(
                        Ids.next(),
                        provider,
                        input.sourceRecordId(),
                        input.version(),
                        input.learnerId(),
                        null,
                        input.courseCode(),
                        input.completedOn(),
                        input.grade(),
                        input.passed(),
                        input.passed() == null ? isPassed : input.passed(),
                        input.evidenceUrl(),
                        CompletionState.PARKED,
                        ParkedReason.UNKNOWN_LEARNER,
                        clock.instant(),
                        null,
                        null),
                problem);
    }

    /** The caller's own provider, or the one that an agency names; empty when that is none of the caller's. */
    Optional<UUID> actingProvider(CourseCompletionInput input) {
        if (caller.isAgency()) {
            return Optional.ofNullable(input.providerId());
        }
        UUID own = caller.providerId();
        return input.providerId() == null || input.providerId().equals(own) ? Optional.of(own) : Optional.empty();
    }

    private static Problem unprocessable(String pointer, String detail) {
        return new Unprocessable(pointer, detail).problem();
    }

    private record Read(
            int row,
            @Nullable CourseCompletionInput input,
            @Nullable Problem problem) {}
}
