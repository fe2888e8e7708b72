package org.dualtraining.plan.hours;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The hours of one month. */
public record HoursInput(
        @Schema(description = "whole hours of the month, at most as many as it has") @NotNull @Min(0) @Max(744)
        Integer hours) {}
