package org.dualtraining.plan.lti;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.kit.problem.Malformed;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.plan.completion.CompletionReceipt;
import org.dualtraining.plan.completion.CompletionRows;
import org.dualtraining.plan.completion.CourseCompletionInput;
import org.dualtraining.plan.completion.RecordCourseCompletions;
import org.dualtraining.plan.completion.StatedTime;
import org.dualtraining.plan.completionsource.CompletionSources;
import org.dualtraining.plan.party.Provider;
import org.dualtraining.plan.party.Providers;
import org.jspecify.annotations.Nullable;

/** Takes in a score, as a version of the one record that a learner has in a course. */
@ApplicationScoped
class RecordLtiScore {

    /** What an interim score is told. */
    static final Problem NO_COMPLETION_YET = new Problem(
            Problem.typeOf("score-is-no-completion-yet"),
            "Score is no completion yet",
            422,
            "Not stored: a score is a completion when activityProgress is Completed, gradingProgress is FullyGraded and"
                    + " scoreGiven is there.",
            List.of());

    private final Providers providers;
    private final CompletionRows rows;
    private final RecordCourseCompletions record;
    private final CompletionSources sources;
    private final Clock clock;

    @Inject
    RecordLtiScore(
            Providers providers,
            CompletionRows rows,
            RecordCourseCompletions record,
            CompletionSources sources,
            Clock clock) {
        this.providers = providers;
        this.rows = rows;
        this.record = record;
        this.sources = sources;
        this.clock = clock;
    }

    CompletionReceipt handle(UUID providerId, String courseCode, LtiScore score) {
        StatedTime time = StatedTime.of(score.timestamp(), clock)
                .orElseThrow(() -> new Malformed("/timestamp", StatedTime.EXPECTED));
        BigDecimal highest = highest(score);
        CompletionReceipt receipt = take(providerId, courseCode, score, time, highest);
        sources.heardFrom(providerId);
        return receipt;
    }

    private CompletionReceipt take(
            UUID providerId, String courseCode, LtiScore score, StatedTime time, @Nullable BigDecimal highest) {
        BigDecimal given = score.scoreGiven();
        if (!score.isFinal() || given == null || highest == null) {
            return CompletionReceipt.rejected(1, NO_COMPLETION_YET);
        }
        Provider provider = providers.find(providerId).orElseThrow();
        CourseCompletionInput input = new CourseCompletionInput(
                providerId,
                score.userId(),
                courseCode,
                time.day(),
                given.stripTrailingZeros().toPlainString() + "/"
                        + highest.stripTrailingZeros().toPlainString(),
                null,
                recordOf(providerId, courseCode, score.userId()),
                time.version(),
                null);
        boolean isPassed = provider.isPassed(given, highest);
        return record.handle(List.of(rows.judged(1, providerId, input, isPassed, null)))
                .get(0);
    }

    private static @Nullable BigDecimal highest(LtiScore score) {
        if (score.scoreGiven() != null && score.scoreMaximum() == null) {
            throw new Malformed("/scoreMaximum", "must be given with scoreGiven");
        }
        return score.scoreMaximum();
    }

    /** One record for each learner in each course; neither holds a NUL. */
    private static String recordOf(UUID providerId, String courseCode, String userId) {
        return "lti:" + Ids.named(providerId, courseCode + '\0' + userId);
    }
}
