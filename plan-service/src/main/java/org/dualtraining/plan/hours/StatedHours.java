package org.dualtraining.plan.hours;

import java.time.Instant;
import org.dualtraining.plan.catalog.Delivery;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was stated last for a month; public because Jdbi makes it. */
public record StatedHours(
        Delivery delivery,

        @Schema(description = "year and month", examples = "2026-05")
        String month,

        @Schema(description = "whole hours, which count from the last day of the month on")
        int hours,

        Instant statedAt) {}
