package org.dualtraining.plan.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.plan.catalog.Delivery;
import org.dualtraining.plan.catalog.WorkProcessSchedule;
import org.dualtraining.plan.catalog.WorkProcessSchedule.Course;
import org.dualtraining.plan.trainingplan.Disposition;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the outline that the standards put together, such as a year's.
 *
 * @param title blank where they are not parted
 * @param total blank where there are no figures
 */
public record CourseGroup(String title, String total, List<Row> rows) {

    private static final String CREDITS = "CREDITS";

    /** One course of the outline, and what the plan has for it. */
    public record Row(
            String course,
            String description,
            String note,
            String planned,
            String provider,
            String hours,
            String completed) {}

    /** The schedule's outline, then what the plan teaches beside it. */
    static List<CourseGroup> of(PlanPaper paper, List<FormLine> lines) {
        Map<UUID, FormLine> byCompetency =
                lines.stream().collect(Collectors.toMap(FormLine::competencyId, Function.identity()));
        Map<String, List<Course>> byGroup = new LinkedHashMap<>();
        courses(paper).forEach(course -> byGroup.computeIfAbsent(Words.of(course.group()), group -> new ArrayList<>())
                .add(course));
        List<CourseGroup> groups = new ArrayList<>();
        byGroup.forEach((title, courses) -> groups.add(new CourseGroup(
                title,
                total(courses),
                courses.stream().map(course -> row(course, byCompetency)).toList())));
        Set<UUID> placed = new HashSet<>();
        courses(paper).stream()
                .filter(course -> course.competencyId() != null)
                .forEach(course -> placed.add(course.competencyId()));
        List<Row> others = lines.stream()
                .filter(line -> line.delivery() == Delivery.RELATED_INSTRUCTION)
                .filter(line -> line.disposition() != Disposition.EXCLUDED && !placed.contains(line.competencyId()))
                .map(line -> row(line, paper))
                .toList();
        if (!others.isEmpty()) {
            groups.add(new CourseGroup(groups.isEmpty() ? "" : "Further related instruction of this plan", "", others));
        }
        return groups;
    }

    static List<Course> courses(PlanPaper paper) {
        @Nullable WorkProcessSchedule schedule = paper.details().schedule();
        return schedule == null ? List.of() : schedule.relatedInstruction();
    }

    /** Hours and credits apart: one is not so many of the other. */
    static String total(List<Course> courses) {
        return Words.joined(", ", sum(courses, false), sum(courses, true));
    }

    private static String sum(List<Course> courses, boolean ofCredits) {
        List<BigDecimal> figures = courses.stream()
                .filter(course -> CREDITS.equals(course.unit()) == ofCredits)
                .map(Course::hours)
                .filter(figure -> figure != null)
                .toList();
        return figures.isEmpty() ? "" : withUnit(figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add), ofCredits);
    }

    private static String withUnit(BigDecimal figure, boolean isCredits) {
        return isCredits ? Hours.figure(figure) + " credits" : Hours.figure(figure);
    }

    private static Row row(Course course, Map<UUID, FormLine> lines) {
        @Nullable FormLine line = course.competencyId() == null ? null : lines.get(course.competencyId());
        String provider = line == null ? "" : line.provider();
        return new Row(
                Words.joined(" ", course.code(), course.title()),
                Words.lines(course.description()),
                note(line),
                line == null ? "" : line.courseName(),
                provider.isEmpty() ? Words.of(course.organization()) : provider,
                course.hours() == null ? "" : withUnit(course.hours(), CREDITS.equals(course.unit())),
                line == null ? "" : line.completed());
    }

    private static Row row(FormLine line, PlanPaper paper) {
        return new Row(
                line.competency(),
                Words.lines(paper.details().definitions().get(line.competencyId())),
                line.note(),
                line.courseName(),
                line.provider(),
                "",
                line.completed());
    }

    private static String note(@Nullable FormLine line) {
        if (line == null) {
            return ProcessGroup.NOT_PLANNED;
        }
        return line.delivery() == Delivery.ON_THE_JOB && line.disposition() != Disposition.EXCLUDED
                ? Words.joined(". ", "Trained on the job in this plan", line.note())
                : line.note();
    }
}
