package org.dualtraining.catalog.documentimport;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.dualtraining.catalog.framework.WorkProcessSchedule;
import org.dualtraining.catalog.framework.WorkProcessSchedule.Answers;
import org.dualtraining.catalog.framework.WorkProcessSchedule.Course;
import org.dualtraining.catalog.framework.WorkProcessSchedule.Hours;
import org.dualtraining.catalog.framework.WorkProcessSchedule.Unit;
import org.dualtraining.catalog.framework.WorkProcessSchedule.WageStep;
import org.dualtraining.catalog.framework.WorkProcessSchedule.WorkProcess;
import org.dualtraining.catalog.workprocess.WorkProcessDocument;
import org.jspecify.annotations.Nullable;

/** The schedule of a version: each row of the document, with the id of the competency that it names. */
final class ScheduleContent {

    private final Function<String, UUID> ids;

    private ScheduleContent(Function<String, UUID> ids) {
        this.ids = ids;
    }

    /** @param ids of the competencies by their names */
    static WorkProcessSchedule of(WorkProcessDocument document, Function<String, UUID> ids) {
        ScheduleContent content = new ScheduleContent(ids);
        return new WorkProcessSchedule(
                document.details(),
                document.processes().stream().map(content::process).toList(),
                document.courses().stream().map(content::course).toList(),
                document.wageSchedule().stream()
                        .map(step -> new WageStep(
                                step.title(),
                                step.onTheJobHours(),
                                step.percentage(),
                                step.duration(),
                                step.relatedInstructionHours()))
                        .toList());
    }

    private WorkProcess process(WorkProcessDocument.WorkProcess process) {
        List<Answers> answers = process.skills().stream()
                .filter(skill -> !skill.answers().isEmpty())
                .map(skill -> new Answers(ids.apply(skill.name()), skill.answers()))
                .toList();
        return new WorkProcess(
                process.isPeriod() ? null : ids.apply(process.title()),
                process.title(),
                process.description(),
                process.subCategory(),
                hours(process.hours()),
                process.skills().stream().map(skill -> ids.apply(skill.name())).toList(),
                answers.isEmpty() ? null : answers);
    }

    private static @Nullable Hours hours(WorkProcessDocument.@Nullable Hours hours) {
        return hours == null ? null : new Hours(hours.minimum(), hours.maximum());
    }

    private Course course(WorkProcessDocument.Course course) {
        return new Course(
                ids.apply(course.name()),
                course.name(),
                course.description(),
                course.code(),
                course.organization(),
                course.group(),
                course.hours(),
                course.hours() == null ? null : course.countsCredits() ? Unit.CREDITS : Unit.HOURS);
    }
}
