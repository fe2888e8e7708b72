package org.dualtraining.baseline.door;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.dualtraining.kit.text.PastDate;
import org.dualtraining.kit.text.PlainText;
import org.jspecify.annotations.Nullable;

/** The members of a completion, under the same constraints. */
public record RowInput(
        @NotNull @PlainText(max = 100) String learnerId,
        @NotNull @PlainText(max = 50) String courseCode,
        @NotNull @PastDate LocalDate completedOn,
        @PlainText(max = 10) @Nullable String grade,
        @NotNull @PlainText(max = 100) String sourceRecordId) {}
