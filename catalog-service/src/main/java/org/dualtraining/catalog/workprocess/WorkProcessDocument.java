package org.dualtraining.catalog.workprocess;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.dualtraining.catalog.framework.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A work process schedule as its document says it, verbatim, with the line or row of each part.
 *
 * @param line of the occupation's title
 * @param onetSocCodes as written
 * @param rapidsCodes as written
 * @param details what the standards say of themselves, by their own labels
 * @param headings what the reader took for a heading, in the order of the document
 */
public record WorkProcessDocument(
        int line,
        String occupation,
        List<String> onetSocCodes,
        List<String> rapidsCodes,
        Map<String, String> details,
        List<WorkProcess> processes,
        List<Course> courses,
        List<WageStep> wageSchedule,
        List<Heading> headings,
        List<Finding> findings) {

    WorkProcessDocument with(List<Finding> others) {
        return new WorkProcessDocument(
                line,
                occupation,
                onetSocCodes,
                rapidsCodes,
                details,
                processes,
                courses,
                wageSchedule,
                headings,
                List.copyOf(others));
    }

    /** All that it says, without where: the same for each rendition. */
    public String said() {
        return List.of(
                        occupation,
                        onetSocCodes,
                        rapidsCodes,
                        details,
                        processes.stream().map(WorkProcess::withoutLine).toList(),
                        courses.stream().map(Course::withoutLine).toList(),
                        wageSchedule)
                .toString();
    }

    /** Hours as written; both ends are equal where one figure stands for them. */
    public record Hours(
            @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {

        static Hours of(BigDecimal figure) {
            return new Hours(figure, figure);
        }
    }

    /**
     * A work process.
     *
     * @param isPeriod whether it only says when its skills are learned: "Year One" is no ability
     */
    public record WorkProcess(
            int line,
            String title,
            @Nullable String description,
            @Nullable String subCategory,
            @Nullable Hours hours,
            boolean isPeriod,
            boolean isCore,
            List<Skill> skills) {

        private WorkProcess withoutLine() {
            List<Skill> bare = skills.stream()
                    .map(skill -> new Skill(0, skill.name(), skill.isCore(), skill.answers()))
                    .toList();
            return new WorkProcess(0, title, description, subCategory, hours, isPeriod, isCore, bare);
        }
    }

    /** A competency of a work process, with the answers that its rating may have. */
    public record Skill(int line, String name, boolean isCore, List<String> answers) {}

    /**
     * A row of the related-instruction outline.
     *
     * @param countsCredits whether its figure is credit hours of a degree
     */
    public record Course(
            int line,
            @Nullable String group,
            String name,
            @Nullable String description,
            @Nullable String code,
            @Nullable String organization,
            @Nullable BigDecimal hours,
            boolean countsCredits) {

        private Course withoutLine() {
            return new Course(0, group, name, description, code, organization, hours, countsCredits);
        }
    }

    /** A step of the wage schedule. */
    public record WageStep(
            @Nullable String title,
            @Nullable String onTheJobHours,
            @Nullable String percentage,
            @Nullable String duration,
            @Nullable String relatedInstructionHours) {}

    /** A heading and what it was taken for. */
    public record Heading(int line, String text, String kind) {}
}
