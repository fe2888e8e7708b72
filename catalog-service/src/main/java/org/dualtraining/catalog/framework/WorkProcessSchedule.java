package org.dualtraining.catalog.framework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a registered apprenticeship's standards add to the competencies: hours, the outline of instruction, wages. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkProcessSchedule(
        @Schema(description = "what the standards say of themselves, by their own column headings, verbatim")
        Map<String, String> details,

        @Schema(description = "in the order of the document")
        List<WorkProcess> workProcesses,

        @Schema(description = "in the order of the document; a course may stand in several groups")
        List<Course> relatedInstruction,

        List<WageStep> wageSchedule) {

    /** The same rows with the competencies that these ids have now; empty for one that is none any more. */
    WorkProcessSchedule identified(Function<UUID, Optional<UUID>> idNow) {
        return new WorkProcessSchedule(
                details,
                workProcesses.stream().map(process -> process.identified(idNow)).toList(),
                relatedInstruction.stream()
                        .map(course -> course.identified(idNow))
                        .toList(),
                wageSchedule);
    }

    private static @Nullable UUID now(@Nullable UUID id, Function<UUID, Optional<UUID>> idNow) {
        return id == null ? null : idNow.apply(id).orElse(null);
    }

    /** Hours as the document gives them; equal ends where it gives one figure. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WorkProcessHours")
    public record Hours(
            @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {}

    /** One work process, with the competencies that are learned in it. */
    @Schema(name = "WorkProcess")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WorkProcess(
            @Schema(description = "the competency that stands for the whole work process") @Nullable
            UUID competencyId,

            String title,
            @Nullable String description,
            @Nullable String subCategory,

            @Schema(description = "hours on the job") @Nullable
            Hours hours,

            List<UUID> competencyIds,

            @Schema(description = "of the competencies whose rating has answers of its own") @Nullable
            List<Answers> answers) {

        WorkProcess identified(Function<UUID, Optional<UUID>> idNow) {
            return new WorkProcess(
                    now(competencyId, idNow),
                    title,
                    description,
                    subCategory,
                    hours,
                    competencyIds.stream()
                            .flatMap(id -> idNow.apply(id).stream())
                            .toList(),
                    answers == null
                            ? null
                            : answers.stream()
                                    .flatMap(answer -> idNow.apply(answer.competencyId()).stream()
                                            .map(id -> new Answers(id, answer.options())))
                                    .toList());
        }
    }

    /** The answers that the rating of a competency may have, from the first on. */
    @Schema(name = "RatingAnswers")
    public record Answers(UUID competencyId, List<String> options) {}

    /** One row of the related-instruction outline. */
    @Schema(name = "RelatedInstructionCourse")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Course(
            @Schema(description = "the competency that stands for it; absent once an agency has retired that") @Nullable
            UUID competencyId,

            String title,
            @Nullable String description,
            @Nullable String code,
            @Nullable String organization,

            @Schema(description = "as the document groups its rows", examples = "Year One") @Nullable
            String group,

            @Nullable BigDecimal hours,

            @Schema(description = "HOURS, or CREDITS where a list counts credits") @Nullable
            Unit unit) {

        Course identified(Function<UUID, Optional<UUID>> idNow) {
            return new Course(now(competencyId, idNow), title, description, code, organization, group, hours, unit);
        }
    }

    /** What a course's figure counts. */
    @Schema(name = "InstructionUnit")
    public enum Unit {
        HOURS,
        CREDITS
    }

    /** One step of the wage schedule; figures as the document writes them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WageStep(
            @Nullable String title,
            @Nullable String onTheJobHours,
            @Nullable String percentage,
            @Nullable String duration,
            @Nullable String relatedInstructionHours) {}
}
