package org.dualtraining.plan.catalog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a registered apprenticeship's standards add to the competencies, as far as it is printed.
 *
 * @param details what the standards say of themselves, by their own headings
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WorkProcessSchedule(
        Map<String, String> details,
        List<WorkProcess> workProcesses,
        List<Course> relatedInstruction,
        List<WageStep> wageSchedule) {

    /** Equal ends where the standards give one figure. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Hours(
            @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {}

    /** @param competencyId the competency that stands for the whole work process */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record WorkProcess(
            @Nullable UUID competencyId,
            String title,
            @Nullable String description,
            @Nullable Hours hours,
            List<UUID> competencyIds) {}

    /**
     * One row of the outline of related instruction.
     *
     * @param group as the standards group their rows: "Year One"
     * @param unit HOURS or CREDITS
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Course(
            @Nullable UUID competencyId,
            String title,
            @Nullable String description,
            @Nullable String code,
            @Nullable String organization,
            @Nullable String group,
            @Nullable BigDecimal hours,
            @Nullable String unit) {}

    /** Figures as the standards write them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record WageStep(
            @Nullable String title,
            @Nullable String onTheJobHours,
            @Nullable String percentage,
            @Nullable String duration,
            @Nullable String relatedInstructionHours) {}
}
