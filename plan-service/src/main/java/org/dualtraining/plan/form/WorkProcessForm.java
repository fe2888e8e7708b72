package org.dualtraining.plan.form;

import java.util.List;
import java.util.Objects;
import org.dualtraining.plan.catalog.OccupationCode;
import org.dualtraining.plan.catalog.WorkProcessSchedule;
import org.dualtraining.plan.catalog.WorkProcessSchedule.WageStep;
import org.dualtraining.plan.catalog.WorkProcessSchedule.WorkProcess;
import org.dualtraining.plan.trainingplan.Disposition;
import org.jspecify.annotations.Nullable;

/**
 * A registered apprenticeship's work process schedule and related instruction outline, filled in from a plan. A framework
 * without a schedule has its competencies and no hours.
 */
public record WorkProcessForm(
        String title,
        String foot,
        List<List<Fact>> facts,
        List<ProcessGroup> processes,
        String processHours,
        List<CourseGroup> courses,
        String courseHours,
        List<Wage> wages,
        List<FormLine> excluded) {

    /** One step of the wage schedule, blank where the standards are. */
    public record Wage(
            String title, String onTheJobHours, String relatedInstructionHours, String percentage, String duration) {

        static Wage of(WageStep step) {
            return new Wage(
                    Words.of(step.title()),
                    Words.of(step.onTheJobHours()),
                    Words.of(step.relatedInstructionHours()),
                    Words.of(step.percentage()),
                    Words.of(step.duration()));
        }
    }

    static WorkProcessForm of(PlanPaper paper, List<OccupationCode> codes) {
        List<FormLine> lines = paper.lines();
        @Nullable WorkProcessSchedule schedule = paper.details().schedule();
        return new WorkProcessForm(
                "Work Process Schedule and Related Instruction Outline",
                paper.foot(),
                ScheduleFacts.of(paper, codes),
                ProcessGroup.of(paper, lines),
                schedule == null
                        ? ""
                        : Hours.total(schedule.workProcesses().stream()
                                .map(WorkProcess::hours)
                                .filter(Objects::nonNull)
                                .toList()),
                CourseGroup.of(paper, lines),
                CourseGroup.total(CourseGroup.courses(paper)),
                schedule == null
                        ? List.of()
                        : schedule.wageSchedule().stream().map(Wage::of).toList(),
                lines.stream()
                        .filter(line -> line.disposition() == Disposition.EXCLUDED)
                        .toList());
    }
}
