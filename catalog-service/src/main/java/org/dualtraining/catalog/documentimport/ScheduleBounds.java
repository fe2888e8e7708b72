package org.dualtraining.catalog.documentimport;

import static org.dualtraining.catalog.framework.VersionCompetency.LONGEST_DEFINITION;
import static org.dualtraining.catalog.framework.VersionCompetency.LONGEST_NAME;

import java.util.ArrayList;
import java.util.List;
import org.dualtraining.catalog.workprocess.WorkProcessDocument;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.Course;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.WageStep;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.WorkProcess;
import org.dualtraining.kit.problem.Problem;
import org.dualtraining.kit.problem.Unprocessable;
import org.jspecify.annotations.Nullable;

/** How much the texts of a schedule may say that are no names or definitions of competencies. */
final class ScheduleBounds {

    /** A clause of the standards has several paragraphs. */
    private static final int LONGEST_DETAIL = 5 * LONGEST_DEFINITION;

    private static final int MOST_CODES = 50;

    /** More would be an answer that nobody reads. */
    private static final int MOST_VIOLATIONS = 100;

    private final List<Problem.Violation> tooLong = new ArrayList<>();

    private ScheduleBounds() {}

    /** Refuses what is more, with the lines. */
    static void require(WorkProcessDocument schedule) {
        ScheduleBounds bounds = new ScheduleBounds();
        bounds.check(schedule);
        if (!bounds.tooLong.isEmpty()) {
            throw new Unprocessable("The schedule has texts that are too long.", bounds.tooLong);
        }
    }

    private void check(WorkProcessDocument schedule) {
        if (Math.max(schedule.onetSocCodes().size(), schedule.rapidsCodes().size()) > MOST_CODES) {
            throw new Unprocessable("line " + schedule.line(), "must have at most " + MOST_CODES + " codes of a kind");
        }
        schedule.onetSocCodes().forEach(code -> limit("line " + schedule.line(), code, LONGEST_NAME));
        schedule.rapidsCodes().forEach(code -> limit("line " + schedule.line(), code, LONGEST_NAME));
        schedule.details().forEach((label, value) -> {
            limit("a detail of the standards", label, LONGEST_NAME);
            limit("a detail of the standards", value, LONGEST_DETAIL);
        });
        schedule.processes().forEach(this::check);
        schedule.courses().forEach(this::check);
        for (int i = 0; i < schedule.wageSchedule().size(); i++) {
            check(
                    "step " + (i + 1) + " of the wage schedule",
                    schedule.wageSchedule().get(i));
        }
    }

    private void check(WorkProcess process) {
        String where = "line " + process.line();
        limit(where, process.title(), LONGEST_NAME);
        limit(where, process.description(), LONGEST_DEFINITION);
        limit(where, process.subCategory(), LONGEST_NAME);
        process.skills().forEach(skill -> skill.answers()
                .forEach(answer -> limit("line " + skill.line(), answer, LONGEST_DEFINITION)));
    }

    private void check(Course course) {
        String where = "line " + course.line();
        limit(where, course.name(), LONGEST_NAME);
        limit(where, course.description(), LONGEST_DEFINITION);
        limit(where, course.group(), LONGEST_NAME);
        limit(where, course.code(), LONGEST_NAME);
        limit(where, course.organization(), LONGEST_NAME);
    }

    /** The standards write a step as a sentence. */
    private void check(String where, WageStep step) {
        limit(where, step.title(), LONGEST_DEFINITION);
        limit(where, step.onTheJobHours(), LONGEST_NAME);
        limit(where, step.percentage(), LONGEST_NAME);
        limit(where, step.duration(), LONGEST_NAME);
        limit(where, step.relatedInstructionHours(), LONGEST_NAME);
    }

    private void limit(String where, @Nullable String text, int most) {
        if (text != null && text.length() > most && tooLong.size() < MOST_VIOLATIONS) {
            tooLong.add(new Problem.Violation(where, "must have at most " + most + " characters here"));
        }
    }
}
